package around;

public final class ThinQApi {
  public void control(String id, Object command) {}
}
