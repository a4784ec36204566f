package offprint.document;

import java.util.List;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** A block of the article (CommonMark 0.31.2, sections 4 and 5, and what articles have besides). */
public sealed interface Block extends Node {
  Place place();

  /**
   * A heading of the body; the article's title is none.
   *
   * @param level 1 to 6; the topmost are 1, and none is more than one below the heading above it
   * @param id unique in the article, of letters, digits, hyphens and underscores, beginning with a
   *     letter
   */
  record Heading(int level, String id, List<Inline> content, Place place) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  record Paragraph(List<Inline> content, Place place) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }

    /** Whether a picture is all that it holds, be it a link or not. */
    public boolean isPicture() {
      return content.size() == 1 && Inline.picture(content.getFirst()) != null;
    }
  }

  record BlockQuote(List<Block> content, Place place) implements Block {
    public BlockQuote {
      content = List.copyOf(content);
    }
  }

  /**
   * A quote that begins with {@code [!NOTE]} or its like, and an admonition.
   *
   * @param title in place of the kind's name, which null leaves; none where the author wants none
   */
  record Alert(Kind kind, @Nullable List<Inline> title, List<Block> content, Place place)
      implements Block {
    /** GitHub's five. */
    public enum Kind {
      NOTE,
      TIP,
      IMPORTANT,
      WARNING,
      CAUTION
    }

    public Alert {
      title = title == null ? null : List.copyOf(title);
      content = List.copyOf(content);
    }
  }

  /**
   * @param tight no blank lines between the items: their paragraphs are set without space
   */
  record BulletList(List<ListItem> items, boolean tight, Place place) implements Block {
    public BulletList {
      items = List.copyOf(items);
    }
  }

  /**
   * @param start the first item's number, from 0
   */
  record OrderedList(int start, List<ListItem> items, boolean tight, Place place) implements Block {
    public OrderedList {
      items = List.copyOf(items);
    }
  }

  /** An item of either list; not a block of its own. */
  record ListItem(Task task, List<Block> content, Place place) {
    /** Whether the item is a task, and whether it is done. */
    public enum Task {
      NONE,
      OPEN,
      DONE
    }

    public ListItem {
      content = List.copyOf(content);
    }
  }

  /**
   * Terms and what they mean (PHP Markdown Extra, and HTML's {@code dl}).
   *
   * @param tight no definition is more than a line of words, or set off by a blank line
   */
  record DefinitionList(List<Entry> entries, boolean tight, Place place) implements Block {
    /**
     * @param terms that are defined together, at least one
     * @param definitions of all of them, at least one; what HTML leaves out has no content
     */
    public record Entry(List<Term> terms, List<Definition> definitions) {
      public Entry {
        terms = List.copyOf(terms);
        definitions = List.copyOf(definitions);
      }
    }

    public record Term(List<Inline> content, Place place) {
      public Term {
        content = List.copyOf(content);
      }
    }

    public record Definition(List<Block> content, Place place) {
      public Definition {
        content = List.copyOf(content);
      }
    }

    public DefinitionList {
      entries = List.copyOf(entries);
    }
  }

  /** Lines that are the author's own (Pandoc's line blocks). */
  record Verse(List<Stanza> stanzas, Place place) implements Block {
    /** Lines that a blank one sets off. */
    public record Stanza(List<Line> lines) {
      public Stanza {
        lines = List.copyOf(lines);
      }
    }

    /**
     * @param indent how many blanks stand before its words
     */
    public record Line(int indent, List<Inline> content, Place place) {
      public Line {
        content = List.copyOf(content);
      }
    }

    public Verse {
      stanzas = List.copyOf(stanzas);
    }
  }

  /**
   * @param language the first word of the info string; null where there is none
   * @param text each line ended by LF, the last too; empty for an empty block
   * @param parts what the language says of stretches of the text: rising, apart, and none over a
   *     line's end; empty where the language is not known
   */
  record CodeBlock(@Nullable String language, String text, List<Part> parts, Place place)
      implements Block {
    /** What a stretch of code is, as far as readers want it shown. */
    public enum Kind {
      KEYWORD,
      TYPE,
      /** An attribute, a key, a variable that says so by its form. */
      NAME,
      STRING,
      NUMBER,
      COMMENT,
      /** What is said about the code: an annotation, a directive, an entity. */
      META,
      /** A line that a diff adds. */
      INSERTED,
      /** A line that a diff takes away. */
      DELETED
    }

    /**
     * @param start offset in the text
     * @param end offset in the text
     */
    public record Part(int start, int end, Kind kind) {}

    public CodeBlock {
      parts = List.copyOf(parts);
    }

    /** Plain code. */
    public CodeBlock(@Nullable String language, String text, Place place) {
      this(language, text, List.of(), place);
    }
  }

  /**
   * A formula that stands by itself.
   *
   * @param tex as the author wrote it, without the dollars; it can be read
   */
  record Formula(String tex, Place place) implements Block {}

  record ThematicBreak(Place place) implements Block {}

  /**
   * @param caption empty where there is none
   * @param alignments one for each column
   * @param head the rows that name the columns; may be empty
   */
  record Table(
      List<Inline> caption, List<Alignment> alignments, List<Row> head, List<Row> body, Place place)
      implements Block {
    /** How a column's cells stand. */
    public enum Alignment {
      NONE,
      LEFT,
      CENTER,
      RIGHT
    }

    /** A row; spans of the rows above leave it fewer cells than there are columns. */
    public record Row(List<Cell> cells) {
      public Row {
        cells = List.copyOf(cells);
      }
    }

    /**
     * @param content one paragraph where the cell is a line of text, as in all of Markdown's own
     *     tables
     * @param header whether it names its row or column
     * @param columnSpan from 1
     * @param rowSpan from 1
     */
    public record Cell(
        List<Block> content, boolean header, int columnSpan, int rowSpan, Place place) {
      public Cell {
        content = List.copyOf(content);
      }
    }

    public Table {
      caption = List.copyOf(caption);
      alignments = List.copyOf(alignments);
      head = List.copyOf(head);
      body = List.copyOf(body);
    }
  }

  /**
   * A picture that stands by itself, with its caption.
   *
   * @param picture an image, or a link that holds one and nothing else
   * @param caption may be empty
   */
  record Figure(Inline picture, List<Inline> caption, Place place) implements Block {
    public Figure {
      if (Inline.picture(picture) == null) {
        throw new IllegalArgumentException("a figure must be a picture, not " + picture);
      }
      caption = List.copyOf(caption);
    }
  }
}
