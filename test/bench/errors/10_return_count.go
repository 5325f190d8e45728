package main

func one() int { return }

func two() (int, error) { return 1 }

func none() { return 1 }

func main() {
	one()
	two()
	none()
}
