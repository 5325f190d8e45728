// RUN: %minigo check -verify %s

package p

func use(i int, c chan int, r <-chan int, s chan<- int) {
	c <- "a" /* ERROR "cannot use \"a\" (untyped string constant) as int value in send" */
	i /* ERROR "invalid operation: cannot send to non-channel int i (variable of type int)" */ <- 1
	r /* ERROR "invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)" */ <- 1
	<-s /* ERROR "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)" */
	<-i /* ERROR "invalid operation: cannot receive from non-channel int i (variable of type int)" */
	close(i /* ERROR "invalid operation: cannot close non-channel i (variable of type int)" */)
	close(r /* ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)" */)
	select {
	case i /* ERROR "select case must be send or receive (possibly with assignment)" */:
	case x /* ERROR "select case must be send or receive (possibly with assignment)" */ := 1:
	}
	var _ chan string = c /* ERROR "cannot use c (variable of type chan int) as chan string value in variable declaration" */
}
