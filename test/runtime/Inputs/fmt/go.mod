module minigo.test/fmt

go 1.26
