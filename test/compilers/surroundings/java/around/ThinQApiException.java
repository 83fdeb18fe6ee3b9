package around;

public class ThinQApiException extends ThinQException {
  public Integer code = 0;

  public String code() {
    return getCode();
  }
}
