package around;

public final class Command {
  public String getSmartHomeDirective() {
    return "";
  }

  public SmartHomeDevice device() {
    return new SmartHomeDevice();
  }
}
