package offprint.glyph;

import static org.lwjgl.util.harfbuzz.HarfBuzz.*;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.harfbuzz.hb_feature_t;
import org.lwjgl.util.harfbuzz.hb_glyph_info_t;
import org.lwjgl.util.harfbuzz.hb_glyph_position_t;

/**
 * Shapes with HarfBuzz. Its memory lies outside the heap: close it when the last run is shaped; the
 * runs live on. For one thread.
 */
public final class HarfBuzzShaper implements Shaper, AutoCloseable {
  /** Shaped texts that are kept; an article's words, many times over. */
  private static final int REMEMBERED = 20_000;

  // Joiners, soft hyphens and the like have done their work when the glyphs are there. Left in,
  // they
  // would stand as spaces of no width, and be copied from the PDF as such.
  private static final int FLAGS = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;

  private final Map<Face, Font> fonts = new IdentityHashMap<>();
  private final Map<Request, Shape> shapes = new Memory();
  private final long buffer = hb_buffer_create();
  private boolean closed;

  @Override
  public GlyphRun shape(
      String text,
      Face face,
      double size,
      List<String> features,
      String language,
      boolean rightToLeft) {
    Request request = new Request(text, face, features, language, rightToLeft);
    Shape shape = shapes.get(request);
    if (shape == null) {
      shape = shape(request);
      shapes.put(request, shape);
    }
    return shape.run(request, size);
  }

  /** Gives back what lies outside the heap. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      fonts.values().forEach(Font::free);
      hb_buffer_destroy(buffer);
    }
  }

  private Shape shape(Request request) {
    if (closed) {
      throw new IllegalStateException("a closed shaper must not shape");
    }
    if (request.text.isEmpty()) {
      return Shape.EMPTY;
    }
    long font = fonts.computeIfAbsent(request.face, Font::new).font;
    fill(request);
    hb_feature_t.@Nullable Buffer features = features(request.features);
    try {
      hb_shape(font, buffer, features);
    } finally {
      MemoryUtil.memFree(features);
    }
    return Shape.of(buffer);
  }

  private void fill(Request request) {
    hb_buffer_reset(buffer);
    hb_buffer_set_flags(buffer, FLAGS);
    ByteBuffer text = MemoryUtil.memUTF16(request.text, false);
    try {
      hb_buffer_add_utf16(buffer, text, 0, request.text.length());
    } finally {
      MemoryUtil.memFree(text);
    }
    hb_buffer_set_direction(buffer, request.rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    // Without one HarfBuzz takes the machine's, and the same text may come out otherwise elsewhere.
    String language = request.language.isEmpty() ? "und" : request.language;
    hb_buffer_set_language(buffer, hb_language_from_string(language));
    hb_buffer_guess_segment_properties(buffer);
  }

  private static hb_feature_t.@Nullable Buffer features(List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    hb_feature_t.Buffer features = hb_feature_t.calloc(names.size());
    for (String name : names) {
      if (!hb_feature_from_string(name, features.get())) {
        MemoryUtil.memFree(features.rewind());
        throw new IllegalArgumentException("a feature must read like smcp or liga=0: " + name);
      }
    }
    return features.rewind();
  }

  /** A face in HarfBuzz's hands, its scale left at the units of the em. */
  private static final class Font {
    private final ByteBuffer data;
    private final long blob;
    private final long face;
    private final long font;

    Font(Face source) {
      data = MemoryUtil.memAlloc(source.bytes().length).put(source.bytes()).flip();
      blob = hb_blob_create(data, HB_MEMORY_MODE_READONLY, 0, null);
      face = hb_face_create(blob, source.index());
      font = hb_font_create(face);
    }

    void free() {
      hb_font_destroy(font);
      hb_face_destroy(face);
      hb_blob_destroy(blob);
      MemoryUtil.memFree(data);
    }
  }

  /** All that decides on the glyphs; the size does not. */
  private record Request(
      String text, Face face, List<String> features, String language, boolean rightToLeft) {
    Request {
      features = List.copyOf(features);
    }
  }

  /** Shaped text in units of the em. */
  @SuppressWarnings("ArrayRecordComponent") // shapes are kept, never compared
  private record Shape(
      int[] glyphs, int[] clusters, int[] advances, int[] xOffsets, int[] yOffsets) {
    private static final int[] NONE = {};
    static final Shape EMPTY = new Shape(NONE, NONE, NONE, NONE, NONE);

    Shape {
      xOffsets = some(xOffsets);
      yOffsets = some(yOffsets);
    }

    // As a run has them.
    private static int[] some(int[] offsets) {
      return Arrays.stream(offsets).anyMatch(offset -> offset != 0) ? offsets : NONE;
    }

    static Shape of(long buffer) {
      hb_glyph_info_t.@Nullable Buffer infos = hb_buffer_get_glyph_infos(buffer);
      hb_glyph_position_t.@Nullable Buffer positions = hb_buffer_get_glyph_positions(buffer);
      if (infos == null || positions == null) {
        return EMPTY;
      }
      int count = infos.remaining();
      int[] glyphs = new int[count];
      int[] clusters = new int[count];
      int[] advances = new int[count];
      int[] xOffsets = new int[count];
      int[] yOffsets = new int[count];
      for (int i = 0; i < count; i++) {
        hb_glyph_info_t info = infos.get(i);
        glyphs[i] = info.codepoint();
        clusters[i] = info.cluster();
        hb_glyph_position_t position = positions.get(i);
        advances[i] = position.x_advance();
        xOffsets[i] = position.x_offset();
        yOffsets[i] = position.y_offset();
      }
      return new Shape(glyphs, clusters, advances, xOffsets, yOffsets);
    }

    GlyphRun run(Request request, double size) {
      double unit = size / request.face.unitsPerEm();
      return new GlyphRun(
          request.face,
          size,
          request.text,
          glyphs,
          clusters,
          points(advances, unit),
          points(xOffsets, unit),
          points(yOffsets, unit),
          request.rightToLeft);
    }

    private static double[] points(int[] units, double unit) {
      double[] points = new double[units.length];
      for (int i = 0; i < points.length; i++) {
        points[i] = units[i] * unit;
      }
      return points;
    }
  }

  /** Forgets what was not asked for longest. */
  private static final class Memory extends LinkedHashMap<Request, Shape> {
    private static final long serialVersionUID = 1;

    Memory() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Request, Shape> eldest) {
      return size() > REMEMBERED;
    }
  }
}
