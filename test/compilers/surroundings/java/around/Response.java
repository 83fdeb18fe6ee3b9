package around;

public final class Response {
  public static Response status(Status status) {
    return new Response();
  }

  public Response entity(Object entity) {
    return this;
  }

  public Response build() {
    return this;
  }

  public enum Status {
    BAD_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    NOT_ACCEPTABLE,
    PRECONDITION_FAILED,
    INTERNAL_SERVER_ERROR,
    SERVICE_UNAVAILABLE
  }
}
