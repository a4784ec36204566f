package offprint.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each straight quote of one block whether it opens, closes, is an apostrophe, or
 * stands for feet and inches, as a prime where it surely does. Curly ones that are there already
 * take part in the nesting.
 */
final class Quotes {
  private static final String OPENERS = "“‘«„‚‹";
  // What may stand before a quote that opens, besides blanks and quotes that open.
  private static final String BEFORE_OPENING = "([{<-–—‐‑/=|¡¿*~";
  private static final Set<String> PERHAPS_ELIDED =
      Set.of("cause", "bout", "round", "cept", "neath");

  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<![\\p{L}\\d'’])\\d{1,3}(?:(')\\s?\\d{1,2}(?:\\.\\d+|[½¼¾])?(\")"
              + "|°\\s?\\d{1,2}(')(?:\\s?\\d{1,2}(?:\\.\\d+)?(\"))?)");

  /**
   * @param inner whether it is one of the inner marks
   * @param close what closes it
   */
  private record Open(boolean single, boolean inner, String close) {}

  private final String text;
  private final boolean[] fixed;
  private final QuoteMarks marks;
  private final @Nullable String[] decided;
  private final boolean[] opened;
  private final Deque<Open> open = new ArrayDeque<>();

  private Quotes(String text, boolean[] fixed, QuoteMarks marks) {
    this.text = text;
    this.fixed = fixed;
    this.marks = marks;
    this.decided = new String[text.length()];
    this.opened = new boolean[text.length()];
  }

  /**
   * What each straight quote becomes; null where a character stays.
   *
   * @param text a whole block's, with a blank for each line end and something for code and pictures
   * @param fixed the characters that stay as they are: in code, addresses, behind a backslash
   */
  static @Nullable String[] decide(String text, boolean[] fixed, QuoteMarks marks) {
    Quotes quotes = new Quotes(text, fixed, marks);
    quotes.primes();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (fixed[i] || quotes.decided[i] != null) {
        continue;
      }
      switch (c) {
        case '"' -> quotes.straightDouble(i);
        case '\'' -> quotes.straightSingle(i);
        default -> quotes.curly(i, c);
      }
    }
    return quotes.decided;
  }

  // Feet with inches, and minutes of an arc; one of the two alone might be a quotation mark.
  private void primes() {
    Matcher measures = MEASURE.matcher(text);
    while (measures.find()) {
      for (int group = 1; group <= measures.groupCount(); group++) {
        int at = measures.start(group);
        if (at >= 0 && !fixed[at]) {
          decided[at] = text.charAt(at) == '"' ? "″" : "′";
        }
      }
    }
  }

  private void straightDouble(int i) {
    boolean isOpen = isOpen(false);
    if (isDigit(i - 1) && (!isOpen || isInches(i))) {
      return;
    }
    boolean opens = canOpen(i) || isBehindElision(i);
    boolean closes = canClose(i);
    if (isOpen && (closes || !opens && !isBlank(i - 1))) {
      close(i, false);
    } else if (opens || !closes && isLetter(i - 1) && isLetter(i + 1) && followed(i, '"')) {
      open(i, false);
    } else if (closes) {
      decided[i] = marks.close();
    }
  }

  // l'"amour", dell'"Opera": the apostrophe belongs to the word before the quotation.
  private boolean isBehindElision(int i) {
    return isLetter(i + 1) && isLetter(i - 2) && (at(i - 1) == '’' || "’".equals(decidedAt(i - 1)));
  }

  private @Nullable String decidedAt(int i) {
    return i < 0 ? null : decided[i];
  }

  // 6'2" and 5" in a quote that is closed later.
  private boolean isInches(int i) {
    int j = i - 1;
    while (isDigit(j)) {
      j--;
    }
    if ((at(j) == '\'' || at(j) == '’' || at(j) == '′') && isDigit(j - 1)) {
      return true;
    }
    for (int k = i + 1; k < text.length(); k++) {
      if (text.charAt(k) == '"' && !fixed[k] || text.charAt(k) == '”') {
        return !isBlank(k - 1) && !isLetter(k + 1) && !isBoundary(k - 1);
      }
    }
    return false;
  }

  private void straightSingle(int i) {
    boolean elides = isLetter(i - 1) && at(i + 1) == '"' && isLetter(i + 2);
    if (isLetter(i - 1) && isLetter(i + 1) || isDigit(i - 1) && isLetter(i + 1) || elides) {
      apostrophe(i);
    } else if (isDigit(i - 1) && !isOpen(true)) {
      return; // feet, or minutes
    } else if (isDigit(i - 1) && isDigit(i + 1)) {
      return;
    } else if (isBoundary(i - 1) && !isEnd(i + 1) && !isBlank(i + 1)) {
      opening(i);
    } else if (!isBlank(i - 1) && i > 0) {
      closing(i);
    }
  }

  private void opening(int i) {
    String word = word(i + 1);
    if (word.equals("n") && (at(i + 2) == '\'' || at(i + 2) == '’')) {
      apostrophe(i);
      if (at(i + 2) == '\'') {
        apostrophe(i + 2);
      }
    } else if (isDecade(i) || isElided(i, word)) {
      apostrophe(i);
    } else if (PERHAPS_ELIDED.contains(word) && !closesLater(i)) {
      apostrophe(i);
    } else if (closesLater(i) || i == 0) {
      open(i, true);
    } else if (at(i + 1) == '"' || !isLetter(i + 1)) {
      open(i, true);
    } else {
      apostrophe(i);
    }
  }

  // A single letter within quotes is named, not what is left of a word.
  private boolean isElided(int i, String word) {
    return marks.elided().contains(word) && !(word.length() == 1 && at(i + 2) == '\'');
  }

  // '90s and '68; but '90 per cent of them' is a quote.
  private boolean isDecade(int i) {
    if (!isDigit(i + 1) || !isDigit(i + 2) || isDigit(i + 3)) {
      return false;
    }
    boolean plural = at(i + 3) == 's' && !isLetter(i + 4);
    return plural || !isLetter(i + 3) && !closesLater(i);
  }

  private void closing(int i) {
    Open top = open.peek();
    boolean isOpen = top != null && top.single();
    boolean possessive =
        (at(i - 1) == 's' || at(i - 1) == 'S' || at(i - 1) == 'z') && isBlank(i + 1);
    if (!isOpen || possessive && closesLater(i)) {
      apostrophe(i);
    } else {
      close(i, true);
    }
  }

  // Whether a single quote comes that can only close, before one that opens.
  private boolean closesLater(int i) {
    for (int k = i + 1; k < text.length(); k++) {
      boolean mark = text.charAt(k) == '\'' && !fixed[k] || text.charAt(k) == '’';
      if (!mark || isLetter(k - 1) && isLetter(k + 1)) {
        continue;
      }
      if (k > i + 1 && !isBlank(k - 1) && !isLetter(k + 1) && !isDigit(k + 1)) {
        return true;
      }
      if (isBlank(k - 1) && !isEnd(k + 1) && !isElided(k, word(k + 1)) && !isDigit(k + 1)) {
        return false;
      }
    }
    return false;
  }

  private void curly(int i, char c) {
    switch (c) {
      case '“', '«', '„', '”', '»' -> curlyQuote(i, c, false);
      case '‘', '‚', '‹', '›' -> curlyQuote(i, c, true);
      case '’' -> {
        Open top = open.peek();
        boolean closes = canClose(i) && !isLetter(i + 1);
        if (top != null && top.single() && closes && !(at(i - 1) == 's' && closesLater(i))) {
          open.pop();
        }
      }
      default -> {}
    }
  }

  // The same mark opens in one language and closes in another; what stands around it tells.
  private void curlyQuote(int i, char c, boolean single) {
    boolean inward = c == '«' || c == '»' || c == '‹' || c == '›';
    boolean spaced = inward && isThinSpace(i + 1);
    if (isOpen(single) && (closes(c, single) || !canOpen(i) && !spaced)) {
      popTo(single);
    } else if (canOpen(i) || OPENERS.indexOf(c) >= 0 && (spaced || c != '“' && c != '‘')) {
      opened[i] = true;
      Open top = open.peek();
      boolean inner = top != null ? !top.inner() : single;
      open.push(new Open(single, inner, partner(c)));
    }
  }

  private boolean closes(char c, boolean single) {
    for (Open mark : open) {
      if (mark.single() == single) {
        return mark.close().strip().replace("\u202f", "").equals(String.valueOf(c))
            && !canOpenOnly(c);
      }
    }
    return false;
  }

  private boolean canOpenOnly(char c) {
    return c == '„' || c == '‚';
  }

  private String partner(char c) {
    return switch (c) {
      case '“' -> "”";
      case '„' -> marks.open().equals("„") ? marks.close() : "“";
      case '«' -> marks.open().startsWith("«") ? marks.close() : "»";
      case '»' -> "«";
      case '‘' -> "’";
      case '‚' -> "‘";
      case '‹' -> "›";
      case '›' -> "‹";
      default -> String.valueOf(c);
    };
  }

  private void open(int i, boolean single) {
    Open top = open.peek();
    boolean inner = top == null ? single : top.inner() == single ? !single : single;
    decided[i] = inner ? marks.innerOpen() : marks.open();
    opened[i] = true;
    open.push(new Open(single, inner, inner ? marks.innerClose() : marks.close()));
  }

  private void close(int i, boolean single) {
    decided[i] = popTo(single).close();
  }

  private Open popTo(boolean single) {
    Open mark = open.pop();
    while (mark.single() != single) {
      mark = open.pop();
    }
    return mark;
  }

  private void apostrophe(int i) {
    decided[i] = "’";
  }

  private boolean isOpen(boolean single) {
    for (Iterator<Open> marks = open.iterator(); marks.hasNext(); ) {
      if (marks.next().single() == single) {
        return true;
      }
    }
    return false;
  }

  private boolean canOpen(int i) {
    if (isEnd(i + 1) || isBlank(i + 1) || !isBoundary(i - 1)) {
      return false;
    }
    boolean dots = text.startsWith("..", i + 1);
    return dots || ",.;:!?)]}".indexOf(at(i + 1)) < 0;
  }

  private boolean canClose(int i) {
    boolean behindOpening = i > 0 && opened[i - 1];
    return i > 0 && !isBlank(i - 1) && !behindOpening && !isLetter(i + 1) && !isDigit(i + 1);
  }

  private boolean isBoundary(int i) {
    return i < 0
        || isBlank(i)
        || opened[i]
        || BEFORE_OPENING.indexOf(at(i)) >= 0
        || OPENERS.indexOf(at(i)) >= 0 && (at(i) != '“' && at(i) != '‘' || isBoundary(i - 1));
  }

  private boolean followed(int i, char c) {
    for (int k = i + 1; k < text.length(); k++) {
      if (text.charAt(k) == c && !fixed[k]) {
        return true;
      }
    }
    return false;
  }

  private String word(int from) {
    int end = from;
    while (isLetter(end)) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private char at(int i) {
    return i < 0 || i >= text.length() ? '\n' : text.charAt(i);
  }

  private boolean isEnd(int i) {
    return i >= text.length();
  }

  private boolean isBlank(int i) {
    char c = at(i);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private boolean isThinSpace(int i) {
    return at(i) == '\u202f' || at(i) == '\u00a0';
  }

  private boolean isDigit(int i) {
    return Character.isDigit(at(i));
  }

  // Code and pictures stand in the text as U+FFFC and are as good as a word.
  private boolean isLetter(int i) {
    char c = at(i);
    return Character.isLetter(c) || Character.isSurrogate(c) || c == '\ufffc';
  }
}
