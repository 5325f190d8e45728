package main

import (
	"fmt"
	t "time"
)

func main() {}
