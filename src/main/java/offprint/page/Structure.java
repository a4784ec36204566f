package offprint.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logical structure of the pages (ISO 32000-1, 14.7 and 14.8), in reading order whatever the
 * order of painting. The typesetter grows it while it sets; a {@link Content} is a slot among an
 * element's kids that marks on one or more pages belong to.
 */
public sealed interface Structure {

  /** ISO 32000-1's standard structure types, as far as articles need them. */
  enum Role {
    DOCUMENT("Document"),
    SECTION("Sect"),
    HEADING_1("H1"),
    HEADING_2("H2"),
    HEADING_3("H3"),
    HEADING_4("H4"),
    HEADING_5("H5"),
    HEADING_6("H6"),
    PARAGRAPH("P"),
    BLOCK_QUOTE("BlockQuote"),
    DIVISION("Div"),
    LIST("L"),
    LIST_ITEM("LI"),
    LABEL("Lbl"),
    LIST_BODY("LBody"),
    CODE("Code"),
    TABLE_OF_CONTENTS("TOC"),
    TABLE_OF_CONTENTS_ITEM("TOCI"),
    TABLE("Table"),
    TABLE_HEAD("THead"),
    TABLE_BODY("TBody"),
    TABLE_ROW("TR"),
    TABLE_HEADER("TH"),
    TABLE_DATA("TD"),
    CAPTION("Caption"),
    FIGURE("Figure"),
    FORMULA("Formula"),
    NOTE("Note"),
    REFERENCE("Reference"),
    LINK("Link"),
    SPAN("Span");

    private final String type;

    Role(String type) {
      this.type = type;
    }

    /** The name in the file. */
    public String type() {
      return type;
    }

    /** Of a heading, 1 to 6. */
    public static Role heading(int level) {
      return values()[HEADING_1.ordinal() + level - 1];
    }
  }

  /** How a list's items are numbered (ISO 32000-1, table 347). */
  enum Numbering {
    NONE("None"),
    DISC("Disc"),
    CIRCLE("Circle"),
    SQUARE("Square"),
    DECIMAL("Decimal"),
    UPPER_ROMAN("UpperRoman"),
    LOWER_ROMAN("LowerRoman"),
    UPPER_ALPHA("UpperAlpha"),
    LOWER_ALPHA("LowerAlpha");

    private final String type;

    Numbering(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }

  /** Which cells a header is for. */
  enum Scope {
    ROW("Row"),
    COLUMN("Column"),
    BOTH("Both");

    private final String type;

    Scope(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }

  /**
   * An element. What it holds is in {@link #kids}; its attributes are null where they say nothing.
   */
  final class Element implements Structure {
    private final Role role;
    private final List<Structure> kids = new ArrayList<>(1); // most have one
    private @Nullable String id;
    private @Nullable String language;
    private @Nullable String alternative;
    private @Nullable String expansion;
    private @Nullable Numbering numbering;
    private @Nullable Scope scope;
    private int columnSpan = 1;
    private int rowSpan = 1;

    /** A root. */
    public Element(Role role) {
      this.role = role;
    }

    /** A new last kid. */
    public Element add(Role role) {
      Element kid = new Element(role);
      kids.add(kid);
      return kid;
    }

    /** Takes an element that grew elsewhere as its last kid. */
    public Element adopt(Element kid) {
      kids.add(kid);
      return kid;
    }

    /** The slot at the end of the kids, a new one where an element or nothing stands there. */
    public Content content() {
      if (!kids.isEmpty() && kids.getLast() instanceof Content last) {
        return last;
      }
      Content content = new Content(this);
      kids.add(content);
      return content;
    }

    public Element id(String id) {
      this.id = id;
      return this;
    }

    /** A BCP 47 tag, where it is another than the parent's. */
    public Element language(String language) {
      this.language = language;
      return this;
    }

    /** What is said instead of what is shown. */
    public Element alternative(String alternative) {
      this.alternative = alternative;
      return this;
    }

    /** What an abbreviation stands for. */
    public Element expansion(String expansion) {
      this.expansion = expansion;
      return this;
    }

    public Element numbering(Numbering numbering) {
      this.numbering = numbering;
      return this;
    }

    public Element scope(Scope scope) {
      this.scope = scope;
      return this;
    }

    public Element spans(int columns, int rows) {
      columnSpan = columns;
      rowSpan = rows;
      return this;
    }

    public Role role() {
      return role;
    }

    public List<Structure> kids() {
      return Collections.unmodifiableList(kids);
    }

    public @Nullable String id() {
      return id;
    }

    public @Nullable String language() {
      return language;
    }

    public @Nullable String alternative() {
      return alternative;
    }

    public @Nullable String expansion() {
      return expansion;
    }

    public @Nullable Numbering numbering() {
      return numbering;
    }

    public @Nullable Scope scope() {
      return scope;
    }

    public int columnSpan() {
      return columnSpan;
    }

    public int rowSpan() {
      return rowSpan;
    }
  }

  /** A slot that marks belong to. Compared by identity. */
  final class Content implements Structure, Mark.Owner {
    private final Element element;

    private Content(Element element) {
      this.element = element;
    }

    public Element element() {
      return element;
    }
  }
}
