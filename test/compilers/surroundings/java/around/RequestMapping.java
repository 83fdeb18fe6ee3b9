package around;

public @interface RequestMapping {
  String[] value();
}
