package around;

public @interface RequestBody {}
