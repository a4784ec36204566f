package offprint.math;

/** The alphabets of mathematics, and where Unicode has them (Unicode 16, U+1D400 to U+1D7FF). */
enum Alphabet {
  UPRIGHT(0, 0, 0, 0, 0),
  ITALIC(0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc),
  BOLD(0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2),
  BOLD_ITALIC(0x1d468, 0x1d482, 0x1d7ce, 0x1d71c, 0x1d736),
  SCRIPT(0x1d49c, 0x1d4b6, 0, 0, 0),
  FRAKTUR(0x1d504, 0x1d51e, 0, 0, 0),
  DOUBLE_STRUCK(0x1d538, 0x1d552, 0x1d7d8, 0, 0),
  SANS_SERIF(0x1d5a0, 0x1d5ba, 0x1d7e2, 0, 0),
  MONOSPACE(0x1d670, 0x1d68a, 0x1d7f6, 0, 0);

  // Behind omega each Greek alphabet goes on with these.
  private static final String GREEK_FORMS = "∂ϵϑϰϕϱϖ";

  // Letters that were in Unicode before the alphabets, by where they would stand.
  private static final int[][] ELSEWHERE = {
    {0x1d455, 'ℎ'}, {0x1d49d, 'ℬ'}, {0x1d4a0, 'ℰ'}, {0x1d4a1, 'ℱ'}, {0x1d4a3, 'ℋ'},
    {0x1d4a4, 'ℐ'}, {0x1d4a7, 'ℒ'}, {0x1d4a8, 'ℳ'}, {0x1d4ad, 'ℛ'}, {0x1d4ba, 'ℯ'},
    {0x1d4bc, 'ℊ'}, {0x1d4c4, 'ℴ'}, {0x1d506, 'ℭ'}, {0x1d50b, 'ℌ'}, {0x1d50c, 'ℑ'},
    {0x1d515, 'ℜ'}, {0x1d51d, 'ℨ'}, {0x1d53a, 'ℂ'}, {0x1d53f, 'ℍ'}, {0x1d545, 'ℕ'},
    {0x1d547, 'ℙ'}, {0x1d548, 'ℚ'}, {0x1d549, 'ℝ'}, {0x1d551, 'ℤ'}
  };

  private final int capitals;
  private final int smalls;
  private final int digits;
  private final int greekCapitals;
  private final int greekSmalls;

  Alphabet(int capitals, int smalls, int digits, int greekCapitals, int greekSmalls) {
    this.capitals = capitals;
    this.smalls = smalls;
    this.digits = digits;
    this.greekCapitals = greekCapitals;
    this.greekSmalls = greekSmalls;
  }

  /** Whether letters that stand together are a word, and not a product. */
  boolean merges() {
    return this == UPRIGHT || this == SANS_SERIF || this == MONOSPACE;
  }

  /** A letter or digit as this alphabet has it; itself where the alphabet has none. */
  int of(int c) {
    if (c >= 'A' && c <= 'Z') {
      return at(capitals, c - 'A', c);
    } else if (c >= 'a' && c <= 'z') {
      return at(smalls, c - 'a', c);
    } else if (c >= '0' && c <= '9') {
      return at(digits, c - '0', c);
    } else if (c >= 'Α' && c <= 'Ω') {
      return at(greekCapitals, c - 'Α', c);
    } else if (c >= 'α' && c <= 'ω') {
      return at(greekSmalls, c - 'α', c);
    } else if (c == 'ı' && this == ITALIC) {
      return 0x1d6a4;
    } else if (c == 'ȷ' && this == ITALIC) {
      return 0x1d6a5;
    } else if (c == '∇') {
      return at(greekCapitals == 0 || this == ITALIC ? 0 : greekCapitals, 25, c);
    }
    int form = GREEK_FORMS.indexOf(c);
    return form < 0 ? c : at(greekSmalls, 25 + form, c);
  }

  private static int at(int start, int index, int otherwise) {
    if (start == 0) {
      return otherwise;
    }
    int place = start + index;
    for (int[] letter : ELSEWHERE) {
      if (letter[0] == place) {
        return letter[1];
      }
    }
    return place;
  }
}
