package around;

public final class ResponseEntity<T> {
  public ResponseEntity(T body, HttpStatus status) {}

  public static Builder status(HttpStatus status) {
    return new Builder();
  }

  public static Builder status(int status) {
    return new Builder();
  }

  public static Builder notFound() {
    return new Builder();
  }

  public static Builder badRequest() {
    return new Builder();
  }

  public static final class Builder {
    public <T> ResponseEntity<T> body(T body) {
      return null;
    }
  }
}
