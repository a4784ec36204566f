package offprint.bag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import offprint.source.Finding;
import offprint.source.Findings;

/** A small bag of a test, valid until it is spoilt. */
final class SmallBag {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Path folder;

  private SmallBag(Path folder) {
    this.folder = folder;
  }

  /** Of version 1.0, with two files of payload and both manifests. */
  static SmallBag in(Path folder) {
    return new SmallBag(folder)
        .with("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        .with("bag-info.txt", "Bagging-Date: 2025-12-01\nPayload-Oxum: 11.2\n")
        .with("data/a.txt", "hello")
        .with("data/b/c.txt", "world.")
        .listed("manifest-sha512.txt", "data/a.txt", "data/b/c.txt")
        .listed("tagmanifest-sha512.txt", "bag-info.txt", "bagit.txt", "manifest-sha512.txt");
  }

  SmallBag with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  SmallBag with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  SmallBag without(String path) {
    files.remove(path);
    return this;
  }

  /** Of a draft's version. */
  SmallBag ofVersion(String version) {
    return with("bagit.txt", text("bagit.txt").replace("1.0", version)).untagged();
  }

  /** Without the manifest of tag files, so that these may be changed. */
  SmallBag untagged() {
    return without("tagmanifest-sha512.txt");
  }

  SmallBag replacing(String path, String old, String now) {
    return with(path, text(path).replace(old, now));
  }

  SmallBag adding(String path, String line) {
    return with(path, text(path) + line + "\n");
  }

  /** A manifest of these files as they are now. */
  SmallBag listed(String manifest, String... paths) {
    StringBuilder lines = new StringBuilder();
    for (String path : paths) {
      lines.append(line(manifest.replaceAll(".*-|\\.txt", ""), path)).append('\n');
    }
    return with(manifest, lines.toString());
  }

  /** What a manifest says of a file. */
  String line(String checksum, String path) {
    byte[] content = files.get(path);
    try {
      MessageDigest digest =
          MessageDigest.getInstance(checksum.replaceFirst("^sha", "SHA-").replace("md5", "MD5"));
      return HexFormat.of().formatHex(digest.digest(content)) + "  " + path;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  Path write() {
    try {
      for (Map.Entry<String, byte[]> file : new LinkedHashMap<>(files).entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** What the checker says of the bag, which is called {@code bag}. */
  List<Finding> findings() {
    return findings(write());
  }

  static List<Finding> findings(Path folder) {
    Findings findings = new Findings();
    new BagChecker(folder, "bag", findings).check();
    return findings.list();
  }
}
