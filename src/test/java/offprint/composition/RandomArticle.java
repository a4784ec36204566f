package offprint.composition;

import java.util.List;
import java.util.Random;

/** An article of every kind of block by chance, of words that are long where that is hard. */
final class RandomArticle {
  private static final List<String> WORDS =
      List.of(
          ("a of the in is on to and it was that which tides harbour reef light water under whose"
                  + " place found small great old new long morning readers compositor galley"
                  + " considerable immediately understanding portions extraordinary international"
                  + " responsibility characteristic afterwards nevertheless organisation")
              .split(" "));

  private final Random random;
  private final StringBuilder text = new StringBuilder("# Title\n\n");
  private final StringBuilder notes = new StringBuilder();

  private RandomArticle(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    RandomArticle article = new RandomArticle(seed);
    int kinds = article.random.nextInt(4) == 0 ? 4 : 12;
    for (int i = 0; i < 50; i++) {
      article.block(article.random.nextInt(kinds));
    }
    return article.text.append(article.notes).toString();
  }

  private void block(int kind) {
    switch (kind) {
      case 3 -> text.append("#".repeat(upTo(3) + 1)).append(' ').append(words(14));
      case 4, 5 -> {
        for (int i = upTo(6); i > 0; i--) {
          text.append("- ").append(words(60)).append('\n');
        }
      }
      case 6 -> {
        text.append("```\n");
        for (int i = upTo(20); i > 0; i--) {
          text.append(upTo(5) == 1 ? "" : words(9)).append('\n');
        }
        text.append("```");
      }
      case 7 -> text.append("> ").append(paragraph()).append("\n>\n> ").append(paragraph());
      case 8 -> text.append("> [!NOTE]\n> ").append(paragraph());
      case 9 -> text.append(words(2)).append("\n: ").append(words(40));
      case 10 -> {
        for (int i = upTo(14); i > 0; i--) {
          text.append("| ").append(words(9)).append('\n');
        }
      }
      case 11 -> {
        text.append("| a | b |\n|---|---|\n");
        for (int i = upTo(12); i > 0; i--) {
          text.append("| ").append(words(5)).append(" | ").append(words(30)).append(" |\n");
        }
      }
      default -> text.append(paragraph());
    }
    text.append("\n\n");
  }

  private String paragraph() {
    String words = words(upTo(3) == 1 ? 20 : 110);
    if (upTo(9) > 1) {
      return words + (upTo(8) == 1 ? ":" : ".");
    }
    String note = "[^" + notes.length() + "]";
    notes.append(note).append(": ").append(words(70)).append("\n\n");
    return words + note + " " + words(9) + ".";
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder(word());
    for (int i = upTo(most); i > 1; i--) {
      words.append(' ').append(word());
    }
    return words.toString();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }
}
