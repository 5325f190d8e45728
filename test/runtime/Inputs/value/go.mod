module minigo.test/value

go 1.26
