package around;

public final class Item {
  public String getResultCode() {
    return "";
  }

  public void setResultCode(String code) {}
}
