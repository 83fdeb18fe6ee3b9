package around;

public @interface PostMapping {
  String[] value();
}
