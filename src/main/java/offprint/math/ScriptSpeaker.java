package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Limits;
import offprint.math.Part.Role;
import org.jspecify.annotations.Nullable;

/** Says what is raised and lowered: powers, indices, limits, what stands above and below. */
final class ScriptSpeaker {
  private static final List<String> PRIMES = List.of("prime", "double-prime", "triple-prime");

  private final Speaker speaker;
  private final Vocabulary vocabulary;

  ScriptSpeaker(Speaker speaker, Vocabulary vocabulary) {
    this.speaker = speaker;
    this.vocabulary = vocabulary;
  }

  String words(Part.Scripts scripts) {
    Part base = Bare.of(scripts.base());
    if (Bare.isLimited(scripts)) {
      return limits(base, scripts.below(), scripts.above());
    }
    String words = speaker.base(base);
    if (scripts.limits() != Limits.NEVER) {
      return stacked(words, scripts.below(), scripts.above());
    }
    boolean logarithm = base instanceof Part.Name name && name.words().matches("log|ln|lg");
    return beside(words, logarithm ? "base" : "sub", scripts.below(), scripts.above());
  }

  /** What was said already, with what is raised and lowered behind its last part. */
  String behind(String words, Part last) {
    return last instanceof Part.Scripts scripts
        ? beside(words, "sub", scripts.below(), scripts.above())
        : words;
  }

  /** What was said already, with what stands above and below it. */
  String stacked(String words, @Nullable Part below, @Nullable Part above) {
    String upper = above == null ? "" : remark(above);
    String lower = below == null ? "" : remark(below);
    String whole = lower.isEmpty() ? words : vocabulary.said("below", words, lower);
    return upper.isEmpty() ? whole : vocabulary.said("above", whole, upper);
  }

  // Above an equals sign it is an exclamation, not a factorial.
  private String remark(Part part) {
    boolean exclaims = Bare.of(part) instanceof Part.Symbol sign && sign.shown().equals("!");
    return exclaims ? vocabulary.said("exclamation") : speaker.words(part);
  }

  private String limits(Part base, @Nullable Part below, @Nullable Part above) {
    String words =
        switch (base) {
          case Part.Operator operator -> vocabulary.word(operator.sign());
          case Part.Name name -> speaker.name(name);
          default -> speaker.words(base);
        };
    boolean approach = base instanceof Part.Name name && name.words().startsWith("lim");
    if (below == null) {
      return above == null ? words : vocabulary.said("up-to", words, limit(above));
    }
    if (above != null) {
      return vocabulary.said("from-to", words, limit(below), limit(above));
    }
    return approach
        ? vocabulary.said(
            "as", words, limit(below).replace(vocabulary.word("→"), vocabulary.said("approaches")))
        : vocabulary.said("over", words, limit(below));
  }

  // Within one limit the words between others would be taken for its own.
  private String limit(Part part) {
    String words = speaker.words(part);
    return Bare.parts(part).stream().allMatch(ScriptSpeaker::isPlain)
        ? words
        : vocabulary.said("group", words);
  }

  private static boolean isPlain(Part part) {
    return switch (part) {
      case Part.Scripts scripts ->
          !Bare.isLimited(scripts)
              && isPlain(Bare.of(scripts.base()))
              && (scripts.below() == null || Bare.isSimple(scripts.below()))
              && (scripts.above() == null || Bare.isSimple(scripts.above()));
      case Part.Symbol symbol -> true;
      case Part.Text text -> true;
      case Part.Space space -> true;
      case Part.Delimiter delimiter -> true;
      case Part.Grid grid -> true;
      default -> Bare.isSimple(part);
    };
  }

  private String beside(String words, String index, @Nullable Part below, @Nullable Part above) {
    StringBuilder whole = new StringBuilder(words);
    if (below != null && !speaker.words(below).isEmpty()) {
      whole.append(' ').append(vocabulary.said(index(index, below), speaker.words(below)));
      whole.append(above == null ? "" : ",");
    }
    if (above != null) {
      List<Part> raised = new ArrayList<>(Bare.parts(above));
      int primes = 0;
      while (!raised.isEmpty() && isPrime(raised.getFirst())) {
        raised.removeFirst();
        primes++;
      }
      for (; primes > 0; primes -= PRIMES.size()) {
        whole.append(' ');
        whole.append(vocabulary.said(PRIMES.get(Math.min(primes, PRIMES.size()) - 1)));
      }
      Part power = Bare.of(new Part.Row(raised));
      if (!power.equals(Part.Row.EMPTY)) {
        whole.append(' ').append(power(power, words.isEmpty()));
      }
    }
    return whole.toString();
  }

  private static boolean isPrime(Part part) {
    return part instanceof Part.Symbol symbol && symbol.shown().equals("′");
  }

  private static String index(String key, Part part) {
    boolean simple = Bare.isSimple(part) && !Bare.isSign(part) || Bare.isSigned(part);
    return simple ? key : "long-" + key;
  }

  /**
   * What is raised. What is a sign, a capital, a word or in brackets is seldom a power, so that is
   * not said of it.
   *
   * @param bare whether it stands beside nothing
   */
  private String power(Part part, boolean bare) {
    String words = speaker.words(part);
    if (!bare && part instanceof Part.Symbol symbol) {
      String written = symbol.written();
      if (vocabulary.knows("^" + written)) {
        return vocabulary.said("^" + written);
      }
      if (symbol.role() == Role.NUMBER || isSmall(written)) {
        return vocabulary.said("power", words);
      }
    }
    if (!bare && Bare.isSigned(part)) {
      return vocabulary.said("power", words);
    }
    boolean named = bare || isBracketed(Bare.parts(part));
    return Bare.isSimple(part)
        ? vocabulary.said("superscript", words)
        : vocabulary.said(named ? "long-superscript" : "long-power", words);
  }

  private static boolean isSmall(String written) {
    int c = written.codePointAt(0);
    return Character.charCount(c) == written.length() && Character.isLowerCase(c);
  }

  private static boolean isBracketed(List<Part> parts) {
    return parts.getFirst() instanceof Part.Fenced && parts.size() == 1
        || parts.getFirst() instanceof Part.Symbol open
            && open.shown().equals("(")
            && parts.getLast() instanceof Part.Symbol close
            && close.shown().equals(")");
  }
}
