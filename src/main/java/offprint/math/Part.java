package offprint.math;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a formula is made of. */
sealed interface Part {

  /** How a part stands among its neighbours (The TeXbook, chapter 17). */
  enum Kind {
    ORDINARY,
    OPERATOR,
    BINARY,
    RELATION,
    OPENING,
    CLOSING,
    PUNCTUATION,
    INNER
  }

  /** What a sign says (MathML Core, section 3.2). */
  enum Role {
    IDENTIFIER,
    NUMBER,
    SIGN
  }

  /** The size and spread that a formula is set in (The TeXbook, page 140). */
  enum Level {
    DISPLAY,
    TEXT,
    SCRIPT,
    SCRIPT_SCRIPT
  }

  /** Where what is above and below an operator stands. */
  enum Limits {
    /** Above and below in a display, else beside. */
    IN_DISPLAY,
    ALWAYS,
    NEVER
  }

  /** Parts in a row. */
  record Row(List<Part> parts) implements Part {
    static final Row EMPTY = new Row(List.of());

    public Row {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A letter, a number, a sign.
   *
   * @param shown as it is drawn, letters in the alphabet they are meant in
   * @param written as the author has it
   */
  record Symbol(String shown, String written, Role role, Kind kind) implements Part {}

  /** A sign that is larger in displays, such as a sum. */
  record Operator(String sign, boolean integral) implements Part {}

  /** A function's name, such as sin. */
  record Name(String words, boolean limits) implements Part {}

  /** Words, in the type of the text around. */
  record Text(String words) implements Part {}

  /**
   * @param quads width in ems; below zero it draws together
   */
  record Space(double quads) implements Part {}

  /** Something above and below, or raised and lowered beside, a part. */
  record Scripts(Part base, @Nullable Part below, @Nullable Part above, Limits limits)
      implements Part {}

  /**
   * @param bar whether a line parts the two
   * @param level what it is set in whatever stands around; null for that
   */
  record Fraction(Part above, Part below, boolean bar, @Nullable Level level) implements Part {}

  record Root(Part radicand, @Nullable Part degree) implements Part {}

  /**
   * A sign over or under a part.
   *
   * @param stretched as wide as the part
   */
  record Accent(Part base, String sign, boolean stretched, boolean below) implements Part {}

  /** A line over or under a part. */
  record Line(Part base, boolean below) implements Part {}

  /** A frame around a part. */
  record Frame(Part content) implements Part {}

  /** Between delimiters as high as what they hold; either may be empty. */
  record Fenced(String open, List<Part> content, String close) implements Part {}

  /** A delimiter within a {@link Fenced}, as high as its own. */
  record Middle(String sign) implements Part {}

  /**
   * A delimiter of a given height.
   *
   * @param step 1 to 4
   */
  record Delimiter(String sign, int step, Kind kind) implements Part {}

  /** An arrow as long as what stands on it. */
  record Arrow(String sign, Part above, @Nullable Part below) implements Part {}

  /** Room of a part's size. */
  record Phantom(Part content, boolean width, boolean height) implements Part {}

  /** A part that takes no height. */
  record Smash(Part content) implements Part {}

  /** A part set at a level of its own. */
  record Levelled(Part content, Level level) implements Part {}

  /** A part that stands among its neighbours as another kind. */
  record Classed(Part content, Kind kind) implements Part {}

  /**
   * Rows and columns.
   *
   * @param columns {@code l}, {@code c} or {@code r} each; when they are used up they begin again
   * @param lines before which columns a line stands, from 0
   * @param ruledBelow whether a line stands below the last row
   */
  record Grid(
      Shape shape, String columns, List<Integer> lines, boolean ruledBelow, List<GridRow> rows)
      implements Part {
    enum Shape {
      /** Columns of a matrix. */
      MATRIX,
      /** Small enough for a line of text. */
      SMALL_MATRIX,
      /** Values and conditions. */
      CASES,
      /** Equations, one to a row, aligned in pairs of columns. */
      ALIGNED,
      /** Lines below a sum. */
      STACK
    }

    public Grid {
      lines = List.copyOf(lines);
      rows = List.copyOf(rows);
    }

    /** Whether its rows are lines that nothing but their places holds together. */
    boolean isOfLines() {
      return shape == Shape.ALIGNED
          && lines.isEmpty()
          && !ruledBelow
          && rows.stream().noneMatch(GridRow::ruled);
    }
  }

  /**
   * @param tag what stands at the line's end; null for nothing
   * @param ruled whether a line stands above it
   */
  record GridRow(List<Part> cells, @Nullable String tag, boolean ruled) {
    public GridRow {
      cells = List.copyOf(cells);
    }
  }

  /** How a part stands among its neighbours. */
  static Kind kind(Part part) {
    return switch (part) {
      case Symbol symbol -> symbol.kind();
      case Operator operator -> Kind.OPERATOR;
      case Name name -> Kind.OPERATOR;
      case Scripts scripts -> kind(scripts.base());
      case Row row -> row.parts().size() == 1 ? kind(row.parts().getFirst()) : Kind.ORDINARY;
      case Fraction fraction -> Kind.INNER;
      case Fenced fenced -> Kind.INNER;
      case Middle middle -> Kind.ORDINARY;
      case Delimiter delimiter -> delimiter.kind();
      case Arrow arrow -> Kind.RELATION;
      case Phantom phantom -> kind(phantom.content());
      case Smash smash -> kind(smash.content());
      case Levelled levelled -> Kind.ORDINARY;
      case Classed classed -> classed.kind();
      case Text text -> Kind.ORDINARY;
      case Space space -> Kind.ORDINARY;
      case Root root -> Kind.ORDINARY;
      case Accent accent -> Kind.ORDINARY;
      case Line line -> Kind.ORDINARY;
      case Frame frame -> Kind.ORDINARY;
      case Grid grid -> Kind.ORDINARY;
    };
  }
}
