package offprint.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a theme's sheets lie: a folder of themes, in which each sheet has a path such as {@code
 * classic/print.css}. The bundled themes are on the class path; a theme of the user's own lies in a
 * folder on disk, and the bundled ones stand beside it where the disk has none of that name.
 */
final class Sheets {
  private final String name;
  private final String shown;
  private final @Nullable Path themes;
  private final Map<String, byte[]> taken = new LinkedHashMap<>();

  private Sheets(String name, String shown, @Nullable Path themes) {
    this.name = name;
    this.shown = shown;
    this.themes = themes;
  }

  static Sheets bundled(String name) {
    return new Sheets(name, "styles/" + name, null);
  }

  /** A folder on disk; null where there is none, or it has no name. */
  static @Nullable Sheets in(String folder) {
    try {
      Path path = Path.of(folder).toAbsolutePath().normalize();
      Path parent = path.getParent();
      Path last = path.getFileName();
      return parent == null || last == null || !Files.isDirectory(path)
          ? null
          : new Sheets(last.toString(), withoutEnd(folder), parent);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static String withoutEnd(String folder) {
    boolean ends = folder.length() > 1 && (folder.endsWith("/") || folder.endsWith("\\"));
    return ends ? folder.substring(0, folder.length() - 1) : folder;
  }

  /** The theme's own name: its folder's. */
  String name() {
    return name;
  }

  /** The path of one of the theme's own sheets. */
  String own(String file) {
    return name + "/" + file;
  }

  /** A sheet as findings name it. */
  String shown(String path) {
    if (path.startsWith(name + "/")) {
      return shown + path.substring(name.length());
    }
    return themes == null || !isOnDisk(path) ? "styles/" + path : shown + "/../" + path;
  }

  /**
   * The path of a sheet that another one imports.
   *
   * @return null where it would lie outside the folder of themes, or anywhere but on this machine
   */
  static @Nullable String resolve(String importer, String reference) {
    try {
      URI uri = new URI(reference);
      boolean relative =
          uri.getScheme() == null
              && uri.getRawAuthority() == null
              && uri.getPath() != null
              && !uri.getPath().isEmpty()
              && !uri.getPath().startsWith("/")
              && uri.getRawQuery() == null;
      if (!relative || uri.getPath().contains("\\")) {
        return null;
      }
      String path =
          new URI(null, null, importer, null)
              .resolve(new URI(null, null, uri.getPath(), null))
              .normalize()
              .getPath();
      return path.startsWith("../") || path.startsWith("/") ? null : path;
    } catch (java.net.URISyntaxException notAReference) {
      return null;
    }
  }

  /**
   * A sheet's text.
   *
   * @return null where there is no such sheet
   * @throws IOException where it lies there and cannot be read as UTF-8
   */
  @Nullable String text(String path) throws IOException {
    byte[] bytes = bytes(path);
    return bytes == null ? null : text(bytes);
  }

  /** What lies at a path, as {@link #text} finds it. */
  byte @Nullable [] bytes(String path) throws IOException {
    Path root = themes;
    if (root != null && isOnDisk(path)) {
      Path file = root.resolve(path).toRealPath();
      Path theme = root.resolve(name).toRealPath();
      // A link may lead anywhere; a sheet may not.
      boolean inside = file.startsWith(root.toRealPath()) || file.startsWith(theme);
      if (!inside) {
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      taken.put(path, bytes);
      return bytes;
    }
    return carried("/styles/" + path);
  }

  /** What was read and is not the press's own, by path. */
  Map<String, byte[]> taken() {
    return Collections.unmodifiableMap(taken);
  }

  private boolean isOnDisk(String path) {
    return themes != null && Files.isRegularFile(themes.resolve(path));
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A text that the press carries; null where it carries none of that name. */
  static @Nullable String resource(String name) {
    byte[] bytes = carried(name);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] carried(String name) {
    try (InputStream in = Sheets.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
