package offprint.picture;

import org.jspecify.annotations.Nullable;

/** A picture whose headers are sound and whose pixels are not; the message says why. */
public final class UnreadablePicture extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadablePicture(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
