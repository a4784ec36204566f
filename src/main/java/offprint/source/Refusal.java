package offprint.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, in words; the JDK's are often only the file's name. */
public final class Refusal {
  private Refusal() {}

  public static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> "'" + exists.getFile() + "' is no folder";
      case NotDirectoryException file -> "'" + file.getFile() + "' is no folder";
      case NoSuchFileException gone -> "'" + gone.getFile() + "' is not there";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
