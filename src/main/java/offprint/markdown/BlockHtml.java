package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Block.Table.Alignment;
import offprint.markdown.Nodes.Definition;
import offprint.markdown.Nodes.DefinitionList;
import offprint.markdown.Nodes.HtmlCell;
import offprint.markdown.Nodes.HtmlFigure;
import offprint.markdown.Nodes.HtmlRow;
import offprint.markdown.Nodes.HtmlTable;
import offprint.markdown.Nodes.NamedHeading;
import offprint.markdown.Nodes.Term;
import offprint.source.Findings;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTML that stands among a container's blocks, together with the Markdown between its
 * tags, and puts in its place the nodes that it means.
 */
final class BlockHtml {
  /** Deeper elements lose their tags; what is read recursively must end. */
  private static final int DEPTH = 100;

  private static final Set<String> LEFT_OPEN =
      Set.of(
          "p",
          "li",
          "td",
          "th",
          "tr",
          "thead",
          "tbody",
          "tfoot",
          "caption",
          "colgroup",
          "dt",
          "dd",
          "option",
          "optgroup",
          "rb",
          "rt",
          "rp",
          "html",
          "head",
          "body");

  private final Places places;
  private final Findings findings;

  // Of the container in hand.
  private HtmlText text = new HtmlText("");
  private List<Node> markdown = List.of();

  BlockHtml(Places places, Findings findings) {
    this.places = places;
    this.findings = findings;
  }

  /**
   * @param container whose children are blocks
   */
  void weave(Node container) {
    markdown = Nodes.children(container);
    if (markdown.stream().noneMatch(HtmlBlock.class::isInstance)) {
      return;
    }
    text = HtmlText.of(markdown);
    text.wordless().forEach((offset, name) -> dropped(offset, name));
    Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(1000);
    parser.setMaxDepth(DEPTH);
    List<org.jsoup.nodes.Node> parsed =
        parser.parseFragmentInput(text.html(), new Element("body"), "");
    strayClosings(parser.getErrors());
    markdown.forEach(Node::unlink);
    Flow flow = new Flow();
    flow.addAll(parsed);
    flow.end().forEach(container::appendChild);
  }

  private static final Pattern END_TAG = Pattern.compile("EndTag token \\[</([^>\\]]*)>?\\]");

  private void strayClosings(List<ParseError> errors) {
    for (ParseError error : errors) {
      Matcher matcher = END_TAG.matcher(error.getErrorMessage());
      if (matcher.find() && !text.isPlaceholder(matcher.group(1))) {
        String tag = "</" + matcher.group(1).strip() + ">";
        int offset = text.offset(Math.max(0, error.getPosition() - tag.length()));
        findings.warning("html-stray", places.at(offset), tag + " closes nothing", "drop it");
      }
    }
  }

  private void dropped(Element element) {
    dropped(offset(element), element.normalName());
  }

  private void dropped(int offset, String name) {
    InlineHtml.dropped(findings, places.at(offset), text.written(name));
  }

  private int offset(org.jsoup.nodes.Node node) {
    return text.offset(Math.max(0, node.sourceRange().startPos()));
  }

  private <N extends Node> N placed(N node, org.jsoup.nodes.Node where) {
    places.mark(node, offset(where));
    return node;
  }

  /** Gathers blocks; words between them become paragraphs. */
  private final class Flow {
    private final List<Node> blocks = new ArrayList<>();
    private @Nullable Paragraph run;

    void addAll(List<org.jsoup.nodes.Node> nodes) {
      nodes.forEach(this::add);
    }

    void add(org.jsoup.nodes.Node node) {
      if (node instanceof TextNode words) {
        inline(placed(new Text(words.getWholeText()), words));
      } else if (node instanceof Element element) {
        add(element);
      }
    }

    private void add(Element element) {
      if (text.isPlaceholder(element.normalName())) {
        block(markdown.get(text.index(element)));
        return;
      }
      checkClosed(element);
      if (InlineHtml.isForeign(element) && element.isBlock()) {
        endRun();
        phrase(element);
        endRun();
        return;
      }
      switch (element.normalName()) {
        case "p" -> {
          endRun();
          addAll(element.childNodes());
          endRun();
        }
        case "h1", "h2", "h3", "h4", "h5", "h6" -> block(heading(element));
        case "blockquote" -> block(filled(new BlockQuote(), element));
        case "ul", "ol" -> block(list(element));
        case "dl" -> definitions(element);
        case "pre" -> pre(element);
        case "hr" -> block(placed(new ThematicBreak(), element));
        case "table" -> table(element);
        case "figure" -> figure(element);
        default -> {
          if (isInline(element)) {
            phrase(element);
          } else {
            dropped(element);
            if (element.isBlock()) {
              endRun();
              addAll(element.childNodes());
              endRun();
            } else {
              addAll(element.childNodes());
            }
          }
        }
      }
    }

    // A phrase around blocks is a phrase in each of them.
    private void phrase(Element element) {
      if (!hasBlocks(element)) {
        inlines(element).forEach(this::inline);
        return;
      }
      endRun();
      for (Node block : blocks(element)) {
        wrap(block, element);
        block(block);
      }
    }

    private void pre(Element element) {
      if (hasPlaceholder(element)) {
        dropped(element);
        endRun();
        addAll(element.childNodes());
        endRun();
      } else {
        block(code(element));
      }
    }

    private void table(Element element) {
      @Nullable HtmlTable table = new TableHtml().table(element);
      if (table != null) {
        block(table);
      }
    }

    private void definitions(Element element) {
      DefinitionList list = placed(new DefinitionList(), element);
      gather(element, list);
      if (list.getFirstChild() != null) {
        block(list);
      }
    }

    private void figure(Element element) {
      @Nullable Element caption = element.selectFirst("> figcaption");
      Flow inside = new Flow();
      for (org.jsoup.nodes.Node child : element.childNodes()) {
        if (child != caption) {
          inside.add(child);
        }
      }
      List<Node> content = inside.end();
      Paragraph words = new Paragraph();
      if (caption != null) {
        placed(words, caption);
        inlines(caption).forEach(words::appendChild);
        collapse(words);
      }
      @Nullable Image picture = content.size() == 1 ? onlyPicture(content.getFirst()) : null;
      if (picture != null) {
        HtmlFigure figure = placed(new HtmlFigure(), element);
        figure.appendChild(picture);
        Nodes.move(words, figure);
        block(figure);
      } else {
        content.forEach(this::block);
        if (words.getFirstChild() != null) {
          block(words);
        }
      }
    }

    private void inline(Node node) {
      if (run == null) {
        if (node instanceof Text words && words.getLiteral().isBlank()) {
          return;
        }
        run = new Paragraph();
        run.setSourceSpans(node.getSourceSpans());
      }
      run.appendChild(node);
    }

    private void block(Node block) {
      endRun();
      blocks.add(block);
    }

    private void endRun() {
      if (run != null) {
        collapse(run);
        if (run.getFirstChild() != null) {
          blocks.add(run);
        }
        run = null;
      }
    }

    List<Node> end() {
      endRun();
      return blocks;
    }
  }

  private List<Node> blocks(Element element) {
    Flow flow = new Flow();
    flow.addAll(element.childNodes());
    return flow.end();
  }

  private <N extends Node> N filled(N node, Element element) {
    placed(node, element);
    blocks(element).forEach(node::appendChild);
    return node;
  }

  private void checkClosed(Element element) {
    String name = element.normalName();
    boolean left =
        element.endSourceRange().isImplicit()
            && !element.tag().isEmpty()
            && !LEFT_OPEN.contains(name);
    if (left && (isInline(element) || MEANT.contains(name))) {
      findings.warning(
          "html-stray",
          places.at(offset(element)),
          "<" + name + "> is never closed",
          "close it, or drop it");
    }
  }

  private static final Set<String> MEANT =
      Set.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "ul",
          "ol",
          "dl",
          "pre",
          "table",
          "figure");

  private static boolean isInline(Element element) {
    return switch (element.normalName()) {
      case "br", "wbr", "img", "a", "abbr", "code" -> true;
      default ->
          Nodes.PHRASES.containsKey(element.normalName())
              || InlineHtml.isForeign(element) && !element.isBlock();
    };
  }

  private boolean hasBlocks(Element element) {
    return element.stream()
        .anyMatch(e -> e != element && (text.isPlaceholder(e.normalName()) || e.isBlock()));
  }

  private boolean hasPlaceholder(Element element) {
    return element.stream().anyMatch(e -> text.isPlaceholder(e.normalName()));
  }

  private Node heading(Element element) {
    String id = element.hasAttr("id") ? element.attr("id").strip() : "";
    NamedHeading heading =
        placed(
            new NamedHeading(element.normalName().charAt(1) - '0', id.isEmpty() ? null : id),
            element);
    for (org.jsoup.nodes.Node child : element.childNodes()) {
      inline(child).forEach(heading::appendChild);
    }
    collapse(heading);
    return heading;
  }

  private static void wrap(Node block, Element element) {
    if (block instanceof Paragraph || block instanceof Heading) {
      @Nullable Node phrase = InlineHtml.node(element);
      if (phrase != null && !(phrase instanceof Code)) {
        phrase.setSourceSpans(block.getSourceSpans());
        Nodes.move(block, phrase);
        block.appendChild(phrase);
      }
    } else {
      Nodes.children(block).forEach(child -> wrap(child, element));
    }
  }

  /** An element and what is in it as inlines, whatever is in it. */
  private List<Node> inlines(Element element) {
    List<Node> content = new ArrayList<>();
    switch (element.normalName()) {
      case "br" -> content.add(placed(new HardLineBreak(), element));
      case "wbr" -> content.add(placed(new Text("\u200B"), element));
      case "img" -> content.add(placed(InlineHtml.image(element), element));
      case "code" -> content.add(placed(new Code(collapsed(element.wholeText())), element));
      default -> {
        @Nullable Node node = InlineHtml.node(element);
        List<Node> inner = new ArrayList<>();
        for (org.jsoup.nodes.Node child : element.childNodes()) {
          inner.addAll(inline(child));
        }
        if (node == null) {
          return inner;
        }
        placed(node, element);
        inner.forEach(node::appendChild);
        content.add(node);
      }
    }
    return content;
  }

  private List<Node> inline(org.jsoup.nodes.Node child) {
    if (child instanceof TextNode words) {
      return List.of(placed(new Text(words.getWholeText()), words));
    }
    if (!(child instanceof Element element)) {
      return List.of();
    }
    if (text.isPlaceholder(element.normalName())) {
      return flattened(markdown.get(text.index(element)));
    }
    if (isInline(element)) {
      checkClosed(element);
    } else if (!element.normalName().equals("p")) {
      dropped(element);
    }
    List<Node> content = new ArrayList<>(inlines(element));
    if (element.isBlock()) {
      content.addFirst(placed(new Text(" "), element));
      content.addLast(placed(new Text(" "), element));
    }
    return content;
  }

  // Markdown's blocks where there is only room for a line.
  private static List<Node> flattened(Node block) {
    List<Node> content = new ArrayList<>();
    if (block instanceof FencedCodeBlock code) {
      content.add(new Code(collapsed(code.getLiteral())));
    } else if (block instanceof IndentedCodeBlock code) {
      content.add(new Code(collapsed(code.getLiteral())));
    } else {
      for (Node child : Nodes.children(block)) {
        if (child instanceof Block) {
          content.addAll(flattened(child));
        } else {
          content.add(child);
        }
      }
    }
    content.addLast(new Text(" "));
    return content;
  }

  private Node code(Element element) {
    FencedCodeBlock block = placed(new FencedCodeBlock(), element);
    String words = element.wholeText();
    block.setLiteral(words.isEmpty() || words.endsWith("\n") ? words : words + "\n");
    @Nullable Element code = element.selectFirst("code[class]");
    if (code != null) {
      code.classNames().stream()
          .filter(name -> name.startsWith("language-"))
          .findFirst()
          .ifPresent(name -> block.setInfo(name.substring("language-".length())));
    }
    return block;
  }

  private Node list(Element element) {
    ListBlock list;
    if (element.normalName().equals("ol")) {
      OrderedList ordered = new OrderedList();
      ordered.setMarkerStartNumber(number(element.attr("start"), 1, 0, 999_999_999));
      list = ordered;
    } else {
      list = new BulletList();
    }
    placed(list, element);
    boolean tight = true;
    for (org.jsoup.nodes.Node child : element.childNodes()) {
      boolean isItem = child instanceof Element e && e.normalName().equals("li");
      Flow flow = new Flow();
      if (isItem) {
        flow.addAll(child.childNodes());
      } else {
        flow.add(child);
      }
      List<Node> content = flow.end();
      if (isItem || !content.isEmpty()) {
        ListItem item = placed(new ListItem(), child);
        content.forEach(block -> item.appendChild((Node) block));
        list.appendChild(item);
        tight &=
            child instanceof Element e
                && e.selectFirst("> p") == null
                && content.stream().filter(Paragraph.class::isInstance).count() <= 1;
      }
    }
    list.setTight(tight);
    return list;
  }

  // A div may hold a group of them (HTML, section 4.4.9). What has lost its fellow gets an empty
  // one: a list is made of both.
  private void gather(Element element, DefinitionList list) {
    for (org.jsoup.nodes.Node node : element.childNodes()) {
      String name = node instanceof Element child ? child.normalName() : "";
      if (node instanceof Element child && name.equals("div")) {
        gather(child, list);
      } else if (node instanceof Element child && name.equals("dt")) {
        Term term = placed(new Term(), child);
        child.childNodes().forEach(inline -> inline(inline).forEach(term::appendChild));
        collapse(term);
        list.appendChild(term);
      } else {
        definition(node, name.equals("dd"), list);
      }
    }
    if (list.getLastChild() instanceof Term) {
      list.appendChild(placed(new Definition(false), element));
    }
  }

  private void definition(org.jsoup.nodes.Node node, boolean isMarked, DefinitionList list) {
    boolean loose = isMarked && ((Element) node).selectFirst("> p") != null;
    Definition definition = placed(new Definition(loose), node);
    Flow flow = new Flow();
    if (isMarked) {
      flow.addAll(node.childNodes());
    } else {
      flow.add(node);
    }
    flow.end().forEach(definition::appendChild);
    if (!isMarked && definition.getFirstChild() == null) {
      return;
    }
    if (list.getFirstChild() == null) {
      list.appendChild(placed(new Term(), node));
    }
    list.appendChild(definition);
  }

  static int number(String written, int otherwise, int least, int most) {
    String digits = written.strip();
    if (!digits.matches("\\d{1,9}")) {
      return otherwise;
    }
    return Math.max(least, Math.min(most, Integer.parseInt(digits)));
  }

  static @Nullable Image onlyPicture(Node block) {
    Node only = block instanceof Paragraph ? block.getFirstChild() : null;
    return only instanceof Image image && image.getNext() == null ? image : null;
  }

  /** One table, its rows and cells. */
  private final class TableHtml {
    private final Map<String, Alignment> alignments =
        Map.of("left", Alignment.LEFT, "center", Alignment.CENTER, "right", Alignment.RIGHT);

    @Nullable HtmlTable table(Element element) {
      List<Element> head = new ArrayList<>();
      List<Element> body = new ArrayList<>();
      List<Element> foot = new ArrayList<>();
      @Nullable Paragraph caption = null;
      for (Element child : element.children()) {
        switch (child.normalName()) {
          case "caption" -> {
            Paragraph words = placed(new Paragraph(), child);
            for (org.jsoup.nodes.Node inner : child.childNodes()) {
              inline(inner).forEach(words::appendChild);
            }
            collapse(words);
            caption = words;
          }
          case "thead" -> head.addAll(rows(child));
          case "tfoot" -> foot.addAll(rows(child));
          case "tbody" -> body.addAll(rows(child));
          case "tr" -> body.add(child);
          default -> {}
        }
      }
      body.addAll(foot);
      if (head.isEmpty() && body.size() > 1 && namesColumns(body.getFirst())) {
        head.add(body.removeFirst());
      }
      HtmlTable table = placed(new HtmlTable(caption), element);
      addRows(table, head, true);
      addRows(table, body, false);
      return table.getFirstChild() == null ? null : table;
    }

    private List<Element> rows(Element section) {
      return section.children().stream().filter(e -> e.normalName().equals("tr")).toList();
    }

    private boolean namesColumns(Element row) {
      return row.childrenSize() > 0
          && row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    }

    private void addRows(HtmlTable table, List<Element> rows, boolean head) {
      for (int i = 0; i < rows.size(); i++) {
        HtmlRow row = placed(new HtmlRow(head), rows.get(i));
        for (Element cell : rows.get(i).children()) {
          if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
            row.appendChild(filled(cell(cell, rows.size() - i), cell));
          }
        }
        if (row.getFirstChild() != null) {
          table.appendChild(row);
        }
      }
    }

    // A span ends with its section (HTML, the table model).
    private HtmlCell cell(Element cell, int rowsLeft) {
      String align = cell.attr("align").strip().toLowerCase(Locale.ROOT);
      int rowSpan = number(cell.attr("rowspan"), 1, 0, rowsLeft);
      return new HtmlCell(
          cell.normalName().equals("th"),
          number(cell.attr("colspan"), 1, 1, 1000),
          rowSpan == 0 ? rowsLeft : rowSpan,
          alignments.getOrDefault(align, Alignment.NONE));
    }
  }

  // HTML's blanks, of which any number is one, and none stands at a line's ends.
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]+");

  private static String collapsed(String words) {
    return BLANKS.matcher(words).replaceAll(" ");
  }

  private static void collapse(Node block) {
    List<Text> texts = new ArrayList<>();
    boolean[] atBlank = {true};
    Nodes.walk(
        block,
        node -> {
          switch (node) {
            case Text words -> {
              String literal = collapsed(words.getLiteral());
              if (atBlank[0] && literal.startsWith(" ")) {
                literal = literal.substring(1);
              }
              words.setLiteral(literal);
              if (!literal.isEmpty()) {
                atBlank[0] = literal.endsWith(" ");
                texts.add(words);
              }
            }
            case HardLineBreak hardBreak -> {
              stripEnd(texts);
              texts.clear();
              atBlank[0] = true;
            }
            case Code code -> seen(texts, atBlank);
            case Image image -> seen(texts, atBlank);
            default -> {}
          }
        });
    stripEnd(texts);
    Nodes.walk(
        block,
        node -> {
          if (node instanceof Text words && words.getLiteral().isEmpty()) {
            words.unlink();
          }
        });
  }

  private static void seen(List<Text> texts, boolean[] atBlank) {
    texts.clear();
    atBlank[0] = false;
  }

  private static void stripEnd(List<Text> texts) {
    if (!texts.isEmpty() && texts.getLast().getLiteral().endsWith(" ")) {
      String literal = texts.getLast().getLiteral();
      texts.getLast().setLiteral(literal.substring(0, literal.length() - 1));
    }
  }
}
