package offprint.style;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offprint.style.Selector.Part;
import offprint.style.Selector.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds the computed values of elements.
 *
 * <p>It is an automaton that is built while it runs. Each step of each selector is a bit; a {@link
 * State} is the set of steps that end at an element, at it or above it, and at it or before it. An
 * element's state follows from its parent's, its predecessor's and its own tag. Elements in equal
 * states share one, with its style, so there are as many as an article has kinds of places, however
 * long it is.
 */
final class Cascade {
  private final List<Step> steps = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private boolean asksForIds;
  private final Map<Way, State> ways = new HashMap<>();
  private final Map<Where, State> states = new HashMap<>();

  /**
   * What stands at the end of a selector.
   *
   * @param last the bit of the selector's last step
   * @param order of the rule among all
   */
  private record Target(int last, Selector selector, int order, Rule rule) {}

  /** How an element's state follows from those around it, which are compared as objects. */
  private record Way(
      @Nullable State parent, @Nullable State previous, Tag tag, @Nullable String id) {}

  /** What makes two elements alike. */
  private record Where(
      @Nullable State parent, Tag tag, @Nullable String id, BitSet matched, BitSet among) {}

  /** What all elements in one kind of place share. */
  static final class State {
    private final Cascade cascade;
    private final BitSet matched;
    private final BitSet within;
    private final BitSet among;
    private final Computed computed;

    private State(Cascade cascade, BitSet matched, BitSet within, BitSet among, Computed computed) {
      this.cascade = cascade;
      this.matched = matched;
      this.within = within;
      this.among = among;
      this.computed = computed;
    }
  }

  /**
   * @param rules in the order of the sheets, the press's own first
   */
  Cascade(List<Rule> rules) {
    for (int order = 0; order < rules.size(); order++) {
      Rule rule = rules.get(order);
      for (Selector selector : rule.selectors()) {
        steps.addAll(selector.steps());
        targets.add(new Target(steps.size() - 1, selector, order, rule));
        asksForIds |= selector.asksForId();
      }
    }
  }

  /** An element's values. */
  Computed computed(Element element) {
    return state(element).computed;
  }

  /** How many kinds of places were met; for tests. */
  int size() {
    return states.size();
  }

  // Siblings may be a hundred thousand: they are walked, never descended into.
  private State state(Element element) {
    State known = known(element);
    if (known != null) {
      return known;
    }
    Deque<Element> unknown = new ArrayDeque<>();
    Element at = element;
    while (at != null && known(at) == null) {
      unknown.push(at);
      at = at.previous();
    }
    State previous = at == null ? null : known(at);
    Element above = element.parent();
    State parent = above == null ? null : state(above);
    State state = previous;
    for (Element next : unknown) {
      state = follow(parent, state, next);
      next.state = state;
    }
    if (state == null) {
      throw new IllegalStateException("an element has a state when its siblings have");
    }
    return state;
  }

  private @Nullable State known(Element element) {
    State state = element.state;
    return state != null && state.cascade == this ? state : null;
  }

  private State follow(@Nullable State parent, @Nullable State previous, Element element) {
    String id = asksForIds ? element.id() : null;
    Way way = new Way(parent, previous, element.tag(), id);
    State state = ways.get(way);
    if (state == null) {
      state = arrive(parent, previous, element.tag(), id);
      ways.put(way, state);
    }
    return state;
  }

  private State arrive(
      @Nullable State parent, @Nullable State previous, Tag tag, @Nullable String id) {
    BitSet matched = new BitSet(steps.size());
    for (int bit = 0; bit < steps.size(); bit++) {
      Step step = steps.get(bit);
      if (step.holds(tag, id, previous == null) && follows(step, bit - 1, parent, previous)) {
        matched.set(bit);
      }
    }
    BitSet among = union(matched, previous == null ? null : previous.among);
    return states.computeIfAbsent(
        new Where(parent, tag, id, matched, among),
        where ->
            new State(
                this,
                matched,
                union(matched, parent == null ? null : parent.within),
                among,
                compute(matched, parent == null ? null : parent.computed)));
  }

  private static boolean follows(
      Step step, int before, @Nullable State parent, @Nullable State previous) {
    return switch (step.combinator()) {
      case NONE -> true;
      case DESCENDANT -> parent != null && parent.within.get(before);
      case CHILD -> parent != null && parent.matched.get(before);
      case NEXT -> previous != null && previous.matched.get(before);
      case LATER -> previous != null && previous.among.get(before);
    };
  }

  private static BitSet union(BitSet own, @Nullable BitSet other) {
    BitSet all = (BitSet) own.clone();
    if (other != null) {
      all.or(other);
    }
    return all;
  }

  private Computed compute(BitSet matched, @Nullable Computed parent) {
    List<Target> hits = new ArrayList<>();
    for (Target target : targets) {
      if (matched.get(target.last)) {
        hits.add(target);
      }
    }
    // CSS Cascade 5, section 6: the press's own rules come first by their order and are written so
    // that they weigh nothing more than what a theme says.
    hits.sort(
        Comparator.comparingInt((Target t) -> t.rule.isOfPress() ? 0 : 1)
            .thenComparingInt(t -> t.selector.specificity())
            .thenComparingInt(t -> t.order));
    Computed computed = new Computed(parent);
    Declarations.apply(declarations(hits, null), computed);
    computed.before = content(hits, Part.BEFORE, computed);
    computed.after = content(hits, Part.AFTER, computed);
    String mark = content(hits, Part.MARKER, computed);
    List<Rule.Declaration> letter = declarations(hits, Part.FIRST_LETTER);
    computed.initial = letter.isEmpty() ? null : new Initial(computed, letter);
    computed.marker = mark == null ? computed.marker : '"' + mark + '"';
    return computed;
  }

  private static List<Rule.Declaration> declarations(List<Target> hits, @Nullable Part part) {
    List<Rule.Declaration> all = new ArrayList<>();
    for (Target hit : hits) {
      if (hit.selector.part() == part) {
        all.addAll(hit.rule.declarations());
      }
    }
    return Declarations.weighed(all);
  }

  private static @Nullable String content(List<Target> hits, Part part, Computed computed) {
    String text = null;
    for (Rule.Declaration declaration : declarations(hits, part)) {
      Value value = Declarations.value(declaration, computed);
      if (declaration.name().equals("content") && value != null && Content.isText(value)) {
        text = Content.text(value);
      }
    }
    return text;
  }
}
