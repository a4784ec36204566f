package offprint.glyph;

import static org.lwjgl.util.harfbuzz.HarfBuzz.*;
import static org.lwjgl.util.harfbuzz.OpenType.*;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lwjgl.system.MemoryUtil;

/** The glyphs that shaping may put in the place of others, as HarfBuzz finds them. */
final class Closure {
  /**
   * The features that shapers apply unasked (HarfBuzz's manual, Shaping and shape plans), and those
   * for small capitals, which our sheets ask for.
   */
  private static final String FEATURES =
      "abvf abvs akhn blwf blws calt ccmp cfar cjct clig curs fin2 fin3 fina frac half haln init"
          + " isol liga ljmo locl ltra ltrm med2 medi mset nukt pref pres pstf psts rand rclt rkrf"
          + " rlig rphf rtla rtlm stch tjmo vatu vjmo numr dnom smcp c2sc";

  private Closure() {}

  /**
   * @param glyphs to begin with
   */
  static SortedSet<Integer> of(Face face, SortedSet<Integer> glyphs) {
    if (!face.has("GSUB")) {
      return glyphs;
    }
    ByteBuffer data = MemoryUtil.memAlloc(face.bytes().length).put(face.bytes()).flip();
    IntBuffer features = features();
    long blob = hb_blob_create(data, HB_MEMORY_MODE_READONLY, 0, null);
    long source = hb_face_create(blob, face.index());
    long lookups = hb_set_create();
    long closed = hb_set_create();
    try {
      hb_ot_layout_collect_lookups(source, tag("GSUB"), null, null, features, lookups);
      glyphs.forEach(glyph -> hb_set_add(closed, glyph));
      hb_ot_layout_lookups_substitute_closure(source, lookups, closed);
      return listed(closed);
    } finally {
      hb_set_destroy(closed);
      hb_set_destroy(lookups);
      hb_face_destroy(source);
      hb_blob_destroy(blob);
      MemoryUtil.memFree(features);
      MemoryUtil.memFree(data);
    }
  }

  private static SortedSet<Integer> listed(long set) {
    SortedSet<Integer> all = new TreeSet<>();
    IntBuffer at = MemoryUtil.memAllocInt(1).put(0, HB_SET_VALUE_INVALID);
    try {
      while (hb_set_next(set, at)) {
        all.add(at.get(0));
      }
    } finally {
      MemoryUtil.memFree(at);
    }
    return all;
  }

  // A list of tags ends with 0.
  private static IntBuffer features() {
    String[] names = FEATURES.split(" ");
    IntBuffer features = MemoryUtil.memAllocInt(names.length + 1);
    for (String name : names) {
      features.put(tag(name));
    }
    return features.put(0).flip();
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
