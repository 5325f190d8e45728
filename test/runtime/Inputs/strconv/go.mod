module minigo.test/strconv

go 1.26
