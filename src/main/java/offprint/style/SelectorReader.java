package offprint.style;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorMemberPseudoIs;
import com.helger.css.decl.CSSSelectorMemberPseudoWhere;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import offprint.style.Selector.Combinator;
import offprint.style.Selector.Condition;
import offprint.style.Selector.Part;
import offprint.style.Selector.Step;
import org.jspecify.annotations.Nullable;

/** Turns a selector as ph-css read it into one of ours. */
final class SelectorReader {
  private final List<Step> steps = new ArrayList<>();
  private Combinator combinator = Combinator.NONE;
  private List<Condition> conditions = new ArrayList<>();
  private @Nullable Part part;
  private int specificity;

  private SelectorReader() {}

  /** Null where the selector asks what no element here can answer. */
  static @Nullable Selector read(CSSSelector selector) {
    SelectorReader reader = new SelectorReader();
    for (ICSSSelectorMember member : selector.getAllMembers()) {
      if (!reader.add(member)) {
        return null;
      }
    }
    reader.endStep();
    String text = selector.getAsCSSString();
    boolean asksForId = text.contains("#") || text.contains("[id");
    return new Selector(reader.steps, reader.part, reader.specificity, asksForId);
  }

  /** Whether it asks for what only happens on a screen, and so need not be told of. */
  static boolean isOfScreens(CSSSelector selector) {
    return selector.getAllMembers().stream()
        .map(ICSSSelectorMember::getAsCSSString)
        .anyMatch(
            List.of(":hover", ":link", ":visited", ":active", ":focus", "::selection")::contains);
  }

  private boolean add(ICSSSelectorMember member) {
    if (member instanceof ECSSSelectorCombinator next) {
      endStep();
      combinator = combinator(next);
      return part == null;
    }
    if (member instanceof CSSSelectorSimpleMember simple && pseudoElement(simple.getValue())) {
      return true;
    }
    Condition condition = condition(member);
    if (condition == null || part != null) {
      return false;
    }
    specificity += specificity(member);
    conditions.add(condition);
    return true;
  }

  private boolean pseudoElement(String value) {
    Part named =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "::before", ":before" -> Part.BEFORE;
          case "::after", ":after" -> Part.AFTER;
          case "::marker" -> Part.MARKER;
          case "::first-letter", ":first-letter" -> Part.FIRST_LETTER;
          default -> null;
        };
    if (named == null || part != null) {
      return false;
    }
    part = named;
    specificity += Selector.NAME;
    return true;
  }

  private void endStep() {
    steps.add(new Step(combinator, conditions));
    conditions = new ArrayList<>();
  }

  private static Combinator combinator(ECSSSelectorCombinator combinator) {
    return switch (combinator) {
      case BLANK -> Combinator.DESCENDANT;
      case GREATER -> Combinator.CHILD;
      case PLUS -> Combinator.NEXT;
      case TILDE -> Combinator.LATER;
    };
  }

  private static @Nullable Condition condition(ICSSSelectorMember member) {
    if (member instanceof CSSSelectorSimpleMember simple) {
      return simple(simple);
    }
    if (member instanceof CSSSelectorAttribute attribute) {
      return attribute(attribute);
    }
    if (member instanceof CSSSelectorMemberNot not) {
      Condition any = any(not.getAllSelectors());
      return any == null ? null : (tag, id, first) -> !any.holds(tag, id, first);
    }
    if (member instanceof CSSSelectorMemberPseudoIs is) {
      return any(is.getAllSelectors());
    }
    if (member instanceof CSSSelectorMemberPseudoWhere where) {
      return any(where.getAllSelectors());
    }
    return null;
  }

  private static @Nullable Condition simple(CSSSelectorSimpleMember member) {
    String value = member.getValue();
    if (value.equals("*")) {
      return (tag, id, first) -> true;
    }
    if (member.isClass()) {
      String name = value.substring(1);
      return (tag, id, first) -> tag.classes().contains(name);
    }
    if (member.isHash()) {
      String name = value.substring(1);
      return (tag, id, first) -> name.equals(id);
    }
    if (member.isPseudo()) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case ":first-child" -> (tag, id, first) -> first;
        case ":root" -> (tag, id, first) -> tag.equals(Tag.ROOT);
        default -> null;
      };
    }
    String name = value.toLowerCase(Locale.ROOT);
    return (tag, id, first) -> tag.name().equals(name);
  }

  /** Only id and class are known here of all that an element's tag says. */
  private static @Nullable Condition attribute(CSSSelectorAttribute attribute) {
    String name = attribute.getAttrName();
    boolean isClass = name.equals("class");
    if (!isClass && !name.equals("id")) {
      return null;
    }
    if (attribute.getOperator() == null) {
      return (tag, id, first) -> isClass ? !tag.classes().isEmpty() : id != null;
    }
    String said = Objects.requireNonNullElse(attribute.getAttrValue(), "");
    String wanted = Objects.requireNonNullElse(Value.string(said), said);
    return switch (attribute.getOperator()) {
      case EQUALS ->
          (tag, id, first) ->
              isClass ? String.join(" ", tag.classes()).equals(wanted) : wanted.equals(id);
      case INCLUDES ->
          (tag, id, first) -> isClass ? tag.classes().contains(wanted) : wanted.equals(id);
      default -> null;
    };
  }

  /** Any of some compound selectors. */
  private static @Nullable Condition any(List<CSSSelector> selectors) {
    List<List<Condition>> compounds = new ArrayList<>();
    for (CSSSelector selector : selectors) {
      List<Condition> compound = new ArrayList<>();
      for (ICSSSelectorMember member : selector.getAllMembers()) {
        Condition condition = condition(member);
        if (condition == null) {
          return null;
        }
        compound.add(condition);
      }
      compounds.add(compound);
    }
    return (tag, id, first) ->
        compounds.stream()
            .anyMatch(compound -> compound.stream().allMatch(c -> c.holds(tag, id, first)));
  }

  // Selectors 4, section 17: ':not' and ':is' weigh as their heaviest argument, ':where' nothing.
  private static int specificity(ICSSSelectorMember member) {
    if (member instanceof CSSSelectorSimpleMember simple) {
      if (simple.isHash()) {
        return Selector.ID;
      }
      return simple.isClass() || simple.isPseudo()
          ? Selector.CLASS
          : simple.getValue().equals("*") ? 0 : Selector.NAME;
    }
    if (member instanceof CSSSelectorMemberNot not) {
      return heaviest(not.getAllSelectors());
    }
    if (member instanceof CSSSelectorMemberPseudoIs is) {
      return heaviest(is.getAllSelectors());
    }
    return member instanceof CSSSelectorAttribute ? Selector.CLASS : 0;
  }

  private static int heaviest(List<CSSSelector> selectors) {
    return selectors.stream()
        .mapToInt(s -> s.getAllMembers().stream().mapToInt(SelectorReader::specificity).sum())
        .max()
        .orElse(0);
  }
}
