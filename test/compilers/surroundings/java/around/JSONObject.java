package around;

public final class JSONObject {
  public JSONObject put(String key, Object value) {
    return this;
  }
}
