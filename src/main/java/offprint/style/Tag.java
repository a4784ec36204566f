package offprint.style;

import java.util.List;
import java.util.Locale;
import offprint.document.Block;
import offprint.document.Inline;
import org.jspecify.annotations.Nullable;

/**
 * The XHTML element that a node of the document is: what the EPUB writes, and what selectors match
 * in both editions.
 *
 * @param name in lower case
 * @param classes in order
 */
public record Tag(String name, List<String> classes) {
  public static final Tag ROOT = of("html");
  public static final Tag BODY = of("body");

  /** What stands before the body: title, subtitle, byline, affiliations, date. */
  public static final Tag MASTHEAD = of("header", "masthead");

  public static final Tag TITLE = of("h1", "title");
  public static final Tag SUBTITLE = of("p", "subtitle");
  public static final Tag BYLINE = of("p", "byline");
  public static final Tag AFFILIATION = of("p", "affiliation");
  public static final Tag DATE = of("p", "date");

  /** The picture on the cover of an EPUB that has no other: a page of its own. */
  public static final Tag COVER = of("section", "cover");

  /** On the cover, title and subtitle. */
  public static final Tag COVER_HEAD = of("header");

  /** On the cover, between the title and the authors. */
  public static final Tag COVER_RULE = of("hr");

  /** On the cover, date and publisher. */
  public static final Tag COVER_FOOT = of("footer");

  public static final Tag PUBLISHER = of("p", "publisher");

  /** The list of contents, which print alone has: an e-reader shows its own. */
  public static final Tag CONTENTS = of("nav", "contents");

  public static final Tag CONTENTS_HEADING = of("h2");
  public static final Tag CONTENTS_LIST = of("ol");
  public static final Tag CONTENTS_ENTRY = of("li");

  /** What leads from an entry's words to its page: its {@code ::before}, as often as it fits. */
  public static final Tag CONTENTS_LEADER = of("span", "leader");

  public static final Tag CONTENTS_PAGE = of("span", "page");

  /** The first paragraph, where the author asks for an initial. */
  public static final Tag DROP_CAP = of("p", "drop-cap");

  /** What the article says in short, behind the masthead. */
  public static final Tag ABSTRACT = of("section", "abstract");

  public static final Tag LIST_ITEM = of("li");

  /** An item that is a task: its box stands for the list's mark. */
  public static final Tag TASK_ITEM = of("li", "task");

  public static final Tag TERM = of("dt");
  public static final Tag DEFINITION = of("dd");
  public static final Tag STANZA = of("p", "stanza");

  /** A line of verse. */
  public static final Tag VERSE_LINE = of("span", "line");

  /** A task's box, before the item's words. */
  public static final Tag TASK = of("span", "task");

  public static final Tag TABLE_CAPTION = of("caption");
  public static final Tag TABLE_HEAD = of("thead");
  public static final Tag TABLE_BODY = of("tbody");
  public static final Tag TABLE_ROW = of("tr");
  public static final Tag FIGURE_CAPTION = of("figcaption");

  /** An alert's first line, which says what it is. */
  public static final Tag ALERT_LABEL = of("p", "label");

  /** An alert's first line where it is the author's own, in whose words anything may stand. */
  public static final Tag ALERT_TITLE = of("p", "label", "title");

  /** A note's mark in the text. */
  public static final Tag NOTE_MARK = of("a", "noteref");

  /** All notes: a section of the EPUB, the foot of a page. */
  public static final Tag NOTES = of("section", "footnotes");

  /** One note; its style says {@code float: footnote} in print. */
  public static final Tag NOTE = of("li", "footnote");

  /** A note's number where the note itself stands. */
  public static final Tag NOTE_NUMBER = of("a", "backlink");

  /** The raised number behind a link's words. */
  public static final Tag LINK_NUMBER = of("span", "link-number");

  /** The address behind a link's words, where links are shown inline. */
  public static final Tag LINK_ADDRESS = of("span", "link-address");

  /** The page behind a link to a heading, "p. 7". */
  public static final Tag PAGE_REFERENCE = of("span", "page-reference");

  /** A link without an address. */
  public static final Tag NOWHERE = of("span", "nowhere");

  /** The closing list of links. */
  public static final Tag LINKS = of("section", "links");

  public static final Tag LINKS_HEADING = of("h2");
  public static final Tag LINKS_LIST = of("ol");
  public static final Tag LINK = of("li", "link");
  public static final Tag LINK_WORDS = of("span", "words");
  public static final Tag ADDRESS = of("span", "address");

  /** The pages on which a link is used. */
  public static final Tag LINK_PAGES = of("span", "pages");

  /** What is known from having looked at a link's address. */
  public static final Tag LINK_SEEN = of("span", "seen");

  /** The line below the list about links without an address. */
  public static final Tag PLACEHOLDERS = of("p", "placeholders");

  /** A line's number in the margin; in print alone. */
  public static final Tag LINE_NUMBER = of("span", "line-number");

  public static final Tag ABOUT = of("section", "about");

  public Tag {
    classes = List.copyOf(classes);
  }

  public static Tag of(String name, String... classes) {
    return new Tag(name, List.of(classes));
  }

  /**
   * The element of a block. A figure's picture is an {@code img} inside it, and so is one that is
   * all of its paragraph; a code block's text is a {@code code}.
   */
  public static Tag of(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading.level());
      case Block.Paragraph p -> of(p.isPicture() ? "figure" : "p");
      case Block.BlockQuote quote -> of("blockquote");
      case Block.Alert alert -> of("aside", "alert", alert.kind().name().toLowerCase(Locale.ROOT));
      case Block.BulletList list -> list.tight() ? of("ul", "tight") : of("ul");
      case Block.OrderedList list -> list.tight() ? of("ol", "tight") : of("ol");
      case Block.DefinitionList list -> list.tight() ? of("dl", "tight") : of("dl");
      case Block.Verse verse -> of("div", "verse");
      case Block.CodeBlock code -> of("pre");
      case Block.Formula formula -> of("div", "formula");
      case Block.ThematicBreak thematicBreak -> of("hr");
      case Block.Table table -> of("table");
      case Block.Figure figure -> of("figure");
    };
  }

  public static Tag of(Block.ListItem item) {
    return item.task() == Block.ListItem.Task.NONE ? LIST_ITEM : TASK_ITEM;
  }

  /** The element of an alert's first line. */
  public static Tag label(Block.Alert alert) {
    return alert.title() == null ? ALERT_LABEL : ALERT_TITLE;
  }

  /** Whether it is an item's, be it a task or not. */
  public boolean isListItem() {
    return name.equals(LIST_ITEM.name);
  }

  /**
   * A heading of the body: h2 for level 1 and so on, since the title is the one h1; nothing is
   * deeper than h6.
   */
  public static Tag heading(int level) {
    return of("h" + Math.min(level + 1, 6));
  }

  /** The element of an inline; null for what is no element but words. */
  public static @Nullable Tag of(Inline inline) {
    return switch (inline) {
      case Inline.Text text -> null;
      case Inline.Phrase phrase -> of(phrase);
      case Inline.Abbreviation abbreviation -> of(abbreviation);
      case Inline.Code code -> of("code");
      case Inline.Formula formula -> of("math");
      case Inline.Link link -> of(link);
      case Inline.Image image -> of(image);
      case Inline.NoteReference reference -> NOTE_MARK;
      case Inline.LineBreak lineBreak -> of("br");
      case Inline.SoftBreak softBreak -> null;
    };
  }

  public static Tag of(Inline.Phrase phrase) {
    return of(phrase.kind().element());
  }

  public static Tag of(Inline.Abbreviation abbreviation) {
    return of("abbr");
  }

  public static Tag of(Inline.Link link) {
    return link.target() instanceof Inline.Target.Nowhere ? NOWHERE : of("a");
  }

  public static Tag of(Inline.Image image) {
    return of("img");
  }

  /** A part of code. */
  public static Tag of(Block.CodeBlock.Kind kind) {
    return of("span", kind.name().toLowerCase(Locale.ROOT));
  }

  /** A table's cell. */
  public static Tag of(Block.Table.Cell cell) {
    return cell.header() ? of("th") : of("td");
  }
}
