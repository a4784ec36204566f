package offprint.archive;

/** Why a file cannot be read as what it seems to be; the message goes on after "this file". */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message);
  }
}
