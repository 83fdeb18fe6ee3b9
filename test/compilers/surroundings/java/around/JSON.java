package around;

public final class JSON {
  public static JSONObject parseObject(String text) {
    return new JSONObject();
  }
}
