package around;

public class ThinQApiException extends ThinQException {
  public String code() {
    return getCode();
  }
}
