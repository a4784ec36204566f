package offprint.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a face lies: in the press, or on the machine. */
sealed interface FontFile {
  byte[] read();

  /** One that the press carries, in its folder of fonts. */
  record Carried(String path) implements FontFile {
    @Override
    public byte[] read() {
      try (InputStream in = FontFile.class.getResourceAsStream("/fonts/" + path)) {
        if (in == null) {
          throw new IllegalStateException("the index names only files that are there: " + path);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param found whether the press looked for it, rather than being given it
   */
  record OnMachine(Path path, boolean found) implements FontFile {
    @Override
    public byte[] read() {
      try {
        return Files.readAllBytes(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One that a theme brings along. */
  record Brought(byte[] bytes) implements FontFile {
    @Override
    public byte[] read() {
      return bytes;
    }
  }

  /** How a family's name says for whom its forms are: Noto Serif CJK JP, Source Han Serif K. */
  Pattern FORM = Pattern.compile(".* (?:(JP|J)|(KR|K)|(SC|CN)|(TC|TW|HK))");

  /** What makes a file of no use. */
  final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }

  /** The faces of a file, in their order. */
  static List<Cut> cuts(FontFile file) throws Unfit {
    byte[] bytes;
    try {
      bytes = file.read();
    } catch (UncheckedIOException e) {
      throw new Unfit("it cannot be read");
    }
    List<Cut> cuts = new ArrayList<>();
    try {
      for (int i = 0; i < count(bytes); i++) {
        Face face = new Face("", 400, false, bytes, i);
        face.check();
        if (!face.has("glyf") && !face.has("CFF ")) {
          throw new Unfit("it has no outlines of a kind that can be drawn");
        }
        int os2 = face.table("OS/2");
        // Restricted licence embedding (OpenType 1.9, OS/2, fsType).
        if ((face.unsigned16(os2 + 8) & 0xf) == 2) {
          throw new Unfit("its maker does not allow it to be embedded");
        }
        String family = family(face);
        cuts.add(
            new Cut(
                family,
                face.unsigned16(os2 + 4),
                (face.unsigned16(os2 + 62) & 1) != 0,
                0,
                null,
                form(family),
                file));
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new Unfit("it is no font, or damaged");
    }
    if (cuts.isEmpty()) {
      throw new Unfit("it has no face");
    }
    return cuts;
  }

  private static @Nullable String form(String family) {
    Matcher form = FORM.matcher(family);
    if (!form.matches()) {
      return null;
    }
    return form.group(1) != null
        ? "ja"
        : form.group(2) != null ? "ko" : form.group(3) != null ? "zh-Hans" : "zh-Hant";
  }

  private static int count(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    return Face.isCollection(data) ? data.getInt(8) : 1;
  }

  /** Which face of a file a family is; the first where none has its name. */
  static int index(byte[] bytes, String family, int weight) {
    int found = 0;
    int off = Integer.MAX_VALUE;
    int count = count(bytes);
    for (int i = 0; count > 1 && i < count; i++) {
      Face face = new Face(family, weight, false, bytes, i);
      int its = Math.abs(face.unsigned16(face.table("OS/2") + 4) - weight);
      if (family(face).equals(family) && its < off) {
        found = i;
        off = its;
      }
    }
    return found;
  }

  /** As the name table has it for Windows, in English where it can be (name IDs 16 and 1). */
  private static String family(Face face) {
    int table = face.table("name");
    int strings = table + face.unsigned16(table + 4);
    String family = "";
    int best = -1;
    for (int i = 0; i < face.unsigned16(table + 2); i++) {
      int entry = table + 6 + 12 * i;
      int id = face.unsigned16(entry + 6);
      boolean english = face.unsigned16(entry + 4) == 0x409;
      int worth = (english ? 2 : 0) + (id == 16 ? 1 : 0);
      if (face.unsigned16(entry) == 3 && (id == 1 || id == 16) && worth > best) {
        best = worth;
        family =
            new String(
                face.bytes(),
                strings + face.unsigned16(entry + 10),
                face.unsigned16(entry + 8),
                StandardCharsets.UTF_16BE);
      }
    }
    return family;
  }
}
