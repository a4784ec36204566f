package offprint.pdf;

import org.jspecify.annotations.Nullable;

/** A picture that no decoder makes sense of. The message says why, as far as it is known. */
final class UnreadablePicture extends Exception {
  private static final long serialVersionUID = 1;

  UnreadablePicture(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
