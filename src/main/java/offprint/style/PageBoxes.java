package offprint.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.document.PageSize;
import offprint.style.PageStyle.Content;
import offprint.style.PageStyle.MarginBox;
import org.jspecify.annotations.Nullable;

/** Computes pages from {@code @page} rules (CSS Paged Media 3). */
final class PageBoxes {
  private final List<PageRule> rules;
  private final Computed root;

  /**
   * @param root the values of {@code html}, which a page and its boxes inherit
   */
  PageBoxes(List<PageRule> rules, Computed root) {
    this.rules = rules;
    this.root = root;
  }

  /**
   * The trim that the rules ask for; only those that ask nothing of the trim are heard.
   *
   * @return null where none says any
   */
  static @Nullable PageSize size(List<PageRule> rules) {
    PageSize size = null;
    for (PageRule rule : rules) {
      if (!rule.sides().isEmpty() || rule.media().asksForTrim() || !rule.media().isForPrint()) {
        continue;
      }
      for (Rule.Declaration declaration : rule.declarations()) {
        PageSize said =
            declaration.name().equals("size") ? size(Value.of(declaration.text())) : null;
        size = said == null ? size : said;
      }
    }
    return size;
  }

  static boolean isSize(Value value) {
    return value.word().equals("auto") || size(value) != null;
  }

  private static @Nullable PageSize size(Value value) {
    PageSize size = null;
    String turn = "";
    List<Double> lengths = new ArrayList<>();
    for (String word : value.words()) {
      PageSize named = PageSize.of(word);
      Double points = Computed.INITIAL.points(word);
      if (word.equals("landscape") || word.equals("portrait")) {
        turn = word;
      } else if (points != null) {
        lengths.add(points);
      } else if (named != null && size == null) {
        size = named;
      } else {
        return null;
      }
    }
    if (!lengths.isEmpty() && (size != null || lengths.size() > 2 || !turn.isEmpty())) {
      return null;
    }
    if (!lengths.isEmpty()) {
      size = new PageSize(lengths.getFirst(), lengths.getLast());
      return size.canBeSet() ? size : null;
    }
    PageSize upright = size == null ? PageSize.A4 : size;
    return turn.equals("landscape")
        ? upright.landscape()
        : turn.equals("portrait") || size != null ? upright : null;
  }

  /**
   * @param side null where sheets are printed on one side: the page is neither left nor right then
   */
  PageStyle page(PageSize trim, PageStyle.@Nullable Side side, boolean first) {
    List<PageRule> matching =
        rules.stream()
            .filter(rule -> rule.matches(side, first))
            .sorted(Comparator.comparingInt(PageRule::specificity))
            .toList();
    Computed page = new Computed(root);
    page.trim = trim;
    List<Rule.Declaration> own = new ArrayList<>();
    Map<String, List<Rule.Declaration>> boxes = new LinkedHashMap<>();
    for (PageRule rule : matching) {
      own.addAll(rule.declarations());
      rule.boxes()
          .forEach(
              (position, said) ->
                  boxes.computeIfAbsent(position, p -> new ArrayList<>()).addAll(said));
    }
    Declarations.apply(Declarations.weighed(own), page);
    List<MarginBox> speaking = new ArrayList<>();
    boxes.forEach(
        (position, said) -> {
          MarginBox box = box(position, Declarations.weighed(said), page);
          if (!box.content().isEmpty()) {
            speaking.add(box);
          }
        });
    return new PageStyle(trim.width(), trim.height(), page.style().margin(), speaking);
  }

  private static MarginBox box(String position, List<Rule.Declaration> said, Computed page) {
    Computed box = new Computed(page);
    box.align = align(position);
    box.display = Style.Display.BLOCK;
    Declarations.apply(said, box);
    List<Content> content = List.of();
    for (Rule.Declaration declaration : said) {
      Value value = Declarations.value(declaration, box);
      List<Content> meant =
          declaration.name().equals("content") && value != null ? content(value) : null;
      content = meant == null ? content : meant;
    }
    return new MarginBox(position, content, box.style());
  }

  // CSS Paged Media 3, section 5.3.2.2, the defaults of the boxes.
  private static Style.Align align(String position) {
    return switch (position) {
      case "top-left", "bottom-left", "top-right-corner", "bottom-right-corner" -> Style.Align.LEFT;
      case "top-right", "bottom-right", "top-left-corner", "bottom-left-corner" ->
          Style.Align.RIGHT;
      default -> Style.Align.CENTER;
    };
  }

  /**
   * What a margin box says: strings, {@code counter(page)}, {@code counter(pages)}, {@code
   * string(name)}.
   *
   * @return null where it says anything else
   */
  static @Nullable List<Content> content(Value value) {
    if (value.word().equals("none") || value.word().equals("normal")) {
      return List.of();
    }
    List<Content> all = new ArrayList<>();
    for (String term : value.terms()) {
      Content part = part(term);
      if (part == null) {
        return null;
      }
      all.add(part);
    }
    return all;
  }

  private static @Nullable Content part(String term) {
    String text = Value.string(term);
    if (text != null) {
      return new Content.Text(text);
    }
    String counter = Value.argument(term, "counter");
    if (counter != null) {
      return switch (counter) {
        case "page" -> new Content.Folio();
        case "pages" -> new Content.Pages();
        default -> null;
      };
    }
    String name = Value.argument(term, "string");
    return name == null || name.isEmpty() || name.contains(",") ? null : new Content.Named(name);
  }
}
