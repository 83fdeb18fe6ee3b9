package around;

/** What errors of a client for ThinQ have in common. */
public class ThinQException extends RuntimeException {
  public String getCode() {
    return "";
  }
}
