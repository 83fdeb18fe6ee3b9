package around;

import java.util.Map;

/** What the programs of the fixtures use and do not declare: see docs/contributing/testing.md. */
public final class Around {
  private Around() {}

  // What a program does for a person.

  public static void show(String text) {}

  public static void report(Exception error) {}

  public static void count() {}

  public static final Log log = new Log();

  public static final class Log {
    public void error(String text, Exception error) {}
  }

  // NUGU

  public static final Devices devices = new Devices();

  public static Answer brighter(Command command) {
    return new Answer();
  }

  public static Answer darker(Command command) {
    return new Answer();
  }

  // Servers, and mocks of servers

  public static final Client client = new Client();

  public static String json(Object body) {
    return "";
  }

  public static <K, V> Map.Entry<K, V> entry(K key, V value) {
    return Map.entry(key, value);
  }

  public static Stub when(Object call) {
    return new Stub();
  }

  public static <T> T any() {
    return null;
  }

  public static final class Stub {
    public void thenReturn(Object answer) {}
  }

  public static final class Client {
    public ResponseEntity<?> post(Object body) {
      return null;
    }
  }

  public static final class Devices {
    public Answer set(Command command) {
      return new Answer();
    }
  }
}
