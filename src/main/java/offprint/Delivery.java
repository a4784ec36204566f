package offprint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Refusal;

/**
 * Puts an article's files where they belong: each is written beside its place, and all are moved
 * there together, so that whoever holds an earlier file keeps it whole until the new ones are. What
 * the folder refuses is an error finding.
 */
final class Delivery implements AutoCloseable {
  private final Path folder;
  private final String remedy;
  private final Findings findings;
  private final Map<Path, Path> waiting = new LinkedHashMap<>();
  private boolean refused;

  Delivery(Path folder, Findings findings) {
    this(folder, "choose another folder with -d", findings);
  }

  /**
   * @param remedy what to do where the folder takes no files
   */
  Delivery(Path folder, String remedy, Findings findings) {
    this.folder = folder;
    this.remedy = remedy;
    this.findings = findings;
  }

  /** What gives a file its content. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file beside its place. */
  void write(String name, Content content) {
    Path place = folder.resolve(name);
    if (Files.isDirectory(place)) {
      refuse(place, "a folder stands in the place of this file", "move it, or " + remedy);
      return;
    }
    if (!isOpen()) {
      return;
    }
    Path beside = folder.resolve(name + ".part");
    try {
      Path parent = beside.getParent();
      Files.createDirectories(parent == null ? folder : parent);
      waiting.put(place, beside);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        content.writeTo(out);
      }
    } catch (IOException e) {
      refuse(place, e);
    }
  }

  // A folder that takes no files is told of once, whatever was to go there.
  private boolean isOpen() {
    try {
      if (!refused) {
        Files.createDirectories(folder);
      }
      if (!refused && !Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      refused = true;
      refuse(folder, e);
    }
    return !refused;
  }

  /**
   * Moves all files into place.
   *
   * @return those that stand there now
   */
  List<Path> deliver() {
    List<Path> delivered = new ArrayList<>();
    for (Map.Entry<Path, Path> file : waiting.entrySet()) {
      try {
        move(file.getValue(), file.getKey());
        delivered.add(file.getKey());
      } catch (IOException e) {
        refuse(file.getKey(), e);
      }
    }
    waiting.keySet().removeAll(delivered);
    return delivered;
  }

  /** Takes away what was written and not delivered. */
  @Override
  public void close() {
    for (Path beside : waiting.values()) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException e) {
        // A folder that let a file be written and not taken away again has been told of already.
        findings.info("left-over", Place.of(beside.toString()), "this file can be deleted", null);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void refuse(Path place, IOException e) {
    refuse(place, "cannot be written: " + Refusal.of(e), remedy);
  }

  private void refuse(Path place, String message, String hint) {
    findings.error("unwritable", Place.of(place.toString()), message, hint);
  }
}
