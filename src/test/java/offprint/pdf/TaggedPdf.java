package offprint.pdf;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A PDF as who cannot see it is read it: the structure, with the words of its marked content, read
 * by PDFBox. What is wrong with the ties between structure, content and annotations is collected on
 * the way.
 */
public final class TaggedPdf {
  private static final COSName OBJR = COSName.getPDFName("OBJR");
  // Private characters, one for each line, stand before what is painted on it.
  private static final int LINES = 0xF0000;

  // In these a letter may stand in several glyphs, which is said wherever it may be so.
  private static final Pattern JOINED =
      Pattern.compile("[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}]");
  private static final Set<String> PAINTING =
      Set.of("Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do");

  /**
   * An element of the structure.
   *
   * @param kids elements, annotations and words, in order; words are as {@link #lines} takes them
   */
  public record Node(String type, COSDictionary entries, List<Object> kids) {
    public List<Node> nodes() {
      return kids.stream().filter(Node.class::isInstance).map(Node.class::cast).toList();
    }

    public List<COSDictionary> annotations() {
      return kids.stream()
          .filter(COSDictionary.class::isInstance)
          .map(COSDictionary.class::cast)
          .toList();
    }

    /** Its own words and those of all that it holds. */
    public String words() {
      StringBuilder words = new StringBuilder();
      for (Object kid : kids) {
        switch (kid) {
          case String text -> words.append(String.join("", lines(text)));
          case Node node -> words.append(node.words());
          default -> {}
        }
      }
      return words.toString();
    }

    public @Nullable String string(String key) {
      return entries.getString(COSName.getPDFName(key));
    }

    /** An attribute, such as {@code Scope}; null where it is not said. */
    public @Nullable COSBase attribute(String name) {
      COSDictionary attributes = entries.getCOSDictionary(COSName.A);
      return attributes == null ? null : attributes.getDictionaryObject(COSName.getPDFName(name));
    }

    public @Nullable String name(String attribute) {
      return attribute(attribute) instanceof COSName name ? name.getName() : null;
    }

    public int number(String attribute, int otherwise) {
      return attribute(attribute) instanceof COSNumber number ? number.intValue() : otherwise;
    }

    /** This and all below it, as they are read. */
    public List<Node> all() {
      List<Node> all = new ArrayList<>(List.of(this));
      nodes().forEach(node -> all.addAll(node.all()));
      return all;
    }

    public List<Node> all(String kind) {
      return all().stream().filter(node -> node.type.equals(kind)).toList();
    }
  }

  /** Words as they are painted, from left to right, line by line. */
  public static List<String> lines(String words) {
    Map<String, String> lines = new LinkedHashMap<>();
    String line = "";
    for (int c : words.codePoints().toArray()) {
      String character = Character.toString(c);
      if (c >= LINES) {
        line = character;
      } else {
        lines.merge(line, character, String::concat);
      }
    }
    return List.copyOf(lines.values());
  }

  private final List<String> complaints = new ArrayList<>();
  private final Map<COSDictionary, Map<Integer, Sequence>> sequences = new IdentityHashMap<>();
  private final Set<COSDictionary> tied = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> identifiers = new HashSet<>();
  private final Map<Integer, COSBase> parents = new HashMap<>();
  private final Map<COSDictionary, COSDictionary> pages = new IdentityHashMap<>();
  private final Map<String, COSDictionary> places = new HashMap<>();
  private final Node root;
  private int lineCount;

  /** A marked-content sequence that has a number. */
  private static final class Sequence {
    private final StringBuilder words = new StringBuilder();
    private int uses;
  }

  private TaggedPdf(PDDocument pdf) throws IOException {
    for (PDPage page : pdf.getPages()) {
      sequences.put(page.getCOSObject(), new Content().read(page));
    }
    COSDictionary tree = pdf.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    parents(pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree());
    COSArray roots = tree.getCOSArray(COSName.K);
    if (roots.size() != 1) {
      complain("the structure has " + roots.size() + " roots");
    }
    root = node((COSDictionary) roots.getObject(0), tree, null);
    if (pdf.getDocumentCatalog().getNames().getDests() != null) {
      pdf.getDocumentCatalog()
          .getNames()
          .getDests()
          .getNames()
          .forEach((name, place) -> places.put(name, place.getPage().getCOSObject()));
    }
    for (int i = 0; i < pdf.getNumberOfPages(); i++) {
      check(pdf.getPage(i), "page " + (i + 1));
    }
  }

  public static TaggedPdf read(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new TaggedPdf(pdf);
    }
  }

  public Node root() {
    return root;
  }

  /** What is wrong with the ties between structure, content and annotations. */
  public List<String> complaints() {
    return complaints;
  }

  /** The page that an annotation lies on. */
  @Nullable COSDictionary pageOf(COSDictionary annotation) {
    return pages.get(annotation);
  }

  /** The page that a name leads to. */
  @Nullable COSDictionary pageOf(String name) {
    return places.get(name);
  }

  private void complain(String complaint) {
    complaints.add(complaint);
  }

  // ---- the structure

  private Node node(COSDictionary entries, COSDictionary parent, @Nullable COSDictionary above) {
    String type = entries.getNameAsString(COSName.S);
    if (entries.getCOSDictionary(COSName.P) != parent) {
      complain(type + " has another parent");
    }
    String id = entries.getString(COSName.ID);
    if (id != null && !identifiers.add(id)) {
      complain("two elements are called " + id);
    }
    COSDictionary page = entries.getCOSDictionary(COSName.PG);
    COSDictionary home = page == null ? above : page;
    List<Object> kids = new ArrayList<>();
    COSBase all = entries.getDictionaryObject(COSName.K);
    if (all instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        kids.add(kid(array.getObject(i), entries, home));
      }
    } else if (all != null) {
      kids.add(kid(all, entries, home));
    }
    return new Node(type, entries, joined(kids));
  }

  // What stands in one slot may be painted in several sequences.
  private static List<Object> joined(List<Object> kids) {
    List<Object> joined = new ArrayList<>();
    for (Object kid : kids) {
      if (kid instanceof String words
          && !joined.isEmpty()
          && joined.getLast() instanceof String before) {
        joined.set(joined.size() - 1, before + words);
      } else {
        joined.add(kid);
      }
    }
    return joined;
  }

  private Object kid(COSBase kid, COSDictionary element, @Nullable COSDictionary home) {
    if (kid instanceof COSNumber number) {
      return words(number.intValue(), home, element);
    }
    COSDictionary entries = (COSDictionary) kid;
    COSDictionary page = entries.getCOSDictionary(COSName.PG);
    COSDictionary on = page == null ? home : page;
    if (COSName.MCR.equals(entries.getCOSName(COSName.TYPE))) {
      return words(entries.getInt(COSName.MCID), on, element);
    }
    if (OBJR.equals(entries.getCOSName(COSName.TYPE))) {
      COSDictionary annotation = entries.getCOSDictionary(COSName.OBJ);
      if (!tied.add(annotation)) {
        complain("an annotation is tied twice");
      }
      if (parents.get(annotation.getInt(COSName.STRUCT_PARENT)) != element) {
        complain("the parent tree knows another parent of an annotation");
      }
      return annotation;
    }
    return node(entries, element, null);
  }

  private String words(int number, @Nullable COSDictionary page, COSDictionary element) {
    Sequence sequence = page == null ? null : sequences.getOrDefault(page, Map.of()).get(number);
    if (page == null || sequence == null) {
      complain("there is no sequence " + number + " on the page of an element");
      return "";
    }
    sequence.uses++;
    COSBase row = parents.get(page.getInt(COSName.STRUCT_PARENTS));
    if (!(row instanceof COSArray array) || array.getObject(number) != element) {
      complain("the parent tree knows another parent of sequence " + number);
    }
    return sequence.words.toString();
  }

  private void parents(PDNumberTreeNode tree) throws IOException {
    tree.getNumbers()
        .forEach((key, value) -> parents.put(key, ((PDParentTreeValue) value).getCOSObject()));
  }

  // ---- the pages

  private void check(PDPage page, String where) throws IOException {
    sequences
        .getOrDefault(page.getCOSObject(), Map.of())
        .forEach(
            (number, sequence) -> {
              if (sequence.uses != 1) {
                complain(where + ": sequence " + number + " is used " + sequence.uses + " times");
              }
            });
    if (!COSName.S.equals(page.getCOSObject().getCOSName(COSName.getPDFName("Tabs")))) {
      complain(where + ": the order of tabs is not the structure's");
    }
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      COSDictionary annotation = (COSDictionary) annotations.getObject(i);
      pages.put(annotation, page.getCOSObject());
      String contents = annotation.getString(COSName.CONTENTS);
      if (contents == null || contents.isBlank()) {
        complain(where + ": an annotation says nothing");
      }
      if (!tied.contains(annotation)) {
        complain(where + ": an annotation is not in the structure: " + contents);
      }
    }
  }

  /** Reads one page's stream. */
  private final class Content extends PDFStreamEngine {
    private final Map<Integer, Sequence> numbered = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private double baseline = Double.NaN;

    /**
     * A sequence under way.
     *
     * @param sequence that the words in it belong to; null in an artifact
     * @param actual what is said for its glyphs; null where they speak for themselves
     */
    private record Open(
        @Nullable Sequence sequence, @Nullable String actual, StringBuilder glyphs) {}

    Content() {
      addOperator(new BeginMarkedContentSequence(this));
      addOperator(new BeginMarkedContentSequenceWithProperties(this));
      addOperator(new EndMarkedContentSequence(this));
      addOperator(new BeginText(this));
      addOperator(new EndText(this));
      addOperator(new MoveText(this));
      addOperator(new SetMatrix(this));
      addOperator(new SetFontAndSize(this));
      addOperator(new ShowText(this));
      addOperator(new ShowTextAdjusted(this));
    }

    Map<Integer, Sequence> read(PDPage page) throws IOException {
      processPage(page);
      if (!open.isEmpty()) {
        complain("a sequence does not end");
      }
      return numbered;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (PAINTING.contains(operator.getName()) && open.isEmpty()) {
        complain("'" + operator.getName() + "' paints outside of all sequences");
      }
      super.processOperator(operator, operands);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
      COSDictionary said = properties == null ? new COSDictionary() : properties;
      String actual = said.getString(COSName.ACTUAL_TEXT);
      if (said.containsKey(COSName.MCID)) {
        if (!open.isEmpty()) {
          complain("a sequence with a number is in another");
        }
        Sequence sequence = new Sequence();
        if (numbered.put(said.getInt(COSName.MCID), sequence) != null) {
          complain("two sequences have the number " + said.getInt(COSName.MCID));
        }
        open.push(new Open(sequence, actual, new StringBuilder()));
      } else if (open.isEmpty()) {
        if (!tag.equals(COSName.ARTIFACT)) {
          complain("a sequence is neither numbered nor an artifact: " + tag.getName());
        }
        open.push(new Open(null, actual, new StringBuilder()));
      } else {
        if (tag.equals(COSName.ARTIFACT)) {
          complain("an artifact is in another sequence");
        }
        open.push(new Open(open.getFirst().sequence, actual, new StringBuilder()));
      }
    }

    @Override
    public void endMarkedContentSequence() {
      Open ended = open.pop();
      if (ended.actual != null) {
        if (!JOINED.matcher(ended.actual).find() && ended.actual.contentEquals(ended.glyphs)) {
          complain("an ActualText says what its glyphs say: '" + ended.actual + "'");
        }
        say(ended.actual);
        if (open.isEmpty() && ended.sequence != null) {
          ended.sequence.words.append(painted(ended.actual));
        }
      }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      String unicode = font.toUnicode(code);
      if (unicode == null || unicode.isEmpty()) {
        complain("a glyph stands for nothing: " + code + " of " + font.getName());
        return;
      }
      moveTo(getTextMatrix(), getGraphicsState().getTextState().getFontSize());
      say(unicode);
    }

    // What is raised or lowered is still on its line.
    private void moveTo(Matrix matrix, double size) {
      double across =
          (matrix.getTranslateY() * matrix.getScaleX()
                  - matrix.getTranslateX() * matrix.getShearY())
              / Math.hypot(matrix.getScaleX(), matrix.getShearY());
      if (!(Math.abs(across - baseline) < 0.7 * size)) {
        baseline = across;
        lineCount++;
      }
    }

    // A glyph for several letters from right to left has the first at its right.
    private String painted(String words) {
      boolean rightToLeft = Bidi.requiresBidi(words.toCharArray(), 0, words.length());
      String seen = rightToLeft ? new StringBuilder(words).reverse().toString() : words;
      return Character.toString(LINES + lineCount) + seen;
    }

    private void say(String words) {
      Open inner = open.peek();
      if (inner == null) {
        return;
      }
      if (inner.actual != null) {
        inner.glyphs.append(words);
      } else if (inner.sequence != null) {
        inner.sequence.words.append(painted(words));
      }
    }
  }
}
