package around;

public final class JSONObject {
  public JSONObject put(String key, Object value) {
    return this;
  }

  public JSONObject getJSONObject(String key) {
    return this;
  }

  public Object get(String key) {
    return key;
  }
}
