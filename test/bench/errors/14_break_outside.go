package main

func main() {
	break
	continue
	goto done
unused:
	for {
		break nowhere
	}
}
