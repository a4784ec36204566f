package offprint.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The files that lie in a bag's folder. Whatever a manifest says is looked up among these and never
 * on the disk, so that no path leads out.
 */
final class BagFiles {
  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, String> byFolded = new TreeMap<>();

  /**
   * @param bag what findings call the folder
   */
  BagFiles(Path folder, String bag, Findings findings) {
    try (Stream<Path> walk = Files.walk(folder)) {
      Path root = folder.toRealPath();
      for (Path file : walk.sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (Files.isSymbolicLink(file)
            && (Files.isDirectory(file) || !file.toRealPath().startsWith(root))) {
          findings.error(
              "link-in-bag",
              Place.of(bag + "/" + path),
              "this is a link to elsewhere",
              "put what it leads to in its place");
        } else if (Files.isRegularFile(file)) {
          files.put(path, file);
          byFolded.putIfAbsent(BagPath.folded(path), path);
        }
      }
    } catch (IOException e) {
      findings.error(
          "unreadable", Place.of(bag), "the bag cannot be read whole: " + Refusal.of(e), null);
    }
  }

  /** By path, in order. */
  Set<String> paths() {
    return files.keySet();
  }

  List<String> payload() {
    return files.keySet().stream().filter(path -> path.startsWith(BagPath.PAYLOAD)).toList();
  }

  /** Files of the bag's folder itself, by name. */
  List<String> atTop() {
    return files.keySet().stream().filter(path -> path.indexOf('/') < 0).toList();
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  /** The file, which must be there. */
  Path file(String path) {
    Path file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no such file in the bag: " + path);
    }
    return file;
  }

  /** A file of another spelling that some systems take for the same; null where there is none. */
  @Nullable String alike(String path) {
    return byFolded.get(BagPath.folded(path));
  }

  /** A file's checksums in small hexadecimal digits; it is read once. */
  Map<Checksum, String> checksums(String path, Collection<Checksum> kinds) throws IOException {
    Map<Checksum, MessageDigest> digests = new EnumMap<>(Checksum.class);
    kinds.forEach(kind -> digests.computeIfAbsent(kind, Checksum::digest));
    List<MessageDigest> all = new ArrayList<>(digests.values());
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file(path))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (MessageDigest digest : all) {
          digest.update(buffer, 0, count);
        }
      }
    }
    Map<Checksum, String> checksums = new EnumMap<>(Checksum.class);
    digests.forEach(
        (kind, digest) -> checksums.put(kind, HexFormat.of().formatHex(digest.digest())));
    return checksums;
  }
}
