println("a script")
