package offprint.glyph;

/**
 * The outlines in a face's {@code CFF} table (Adobe Technical Notes 5176 and 5177), of faces with
 * one set of subroutines and of CID-keyed ones, which have a set for each of their parts. Hints are
 * passed over; a cubic curve is drawn as quadratic ones that leave it by less than the eye, or a
 * rounded coordinate, sees.
 */
final class CompactOutlines {
  // The deepest nesting of subroutines (Technical Note 5177, appendix B).
  private static final int DEEPEST = 10;

  // How far a curve may be from its cubic original, in units of the em.
  private static final double TOLERANCE = 0.4;

  private final byte[] data;
  private final int start;
  private final Index charStrings;
  private final Index global;
  private final Index[] local;
  private final int select;

  /**
   * @param start of the table in the bytes
   */
  CompactOutlines(byte[] data, int start) {
    this.data = data;
    this.start = start;
    Index names = new Index(start + unsigned(start + 2, 1));
    Index tops = new Index(names.end);
    Index strings = new Index(tops.end);
    global = new Index(strings.end);
    int top = tops.at(0);
    int topEnd = tops.at(1);
    charStrings = new Index(start + operand(top, topEnd, 17, 0, 0));
    int parts = operand(top, topEnd, 1236, 0, 0);
    if (parts == 0) {
      local = new Index[] {subroutines(top, topEnd)};
      select = 0;
    } else {
      Index dictionaries = new Index(start + parts);
      local = new Index[dictionaries.count];
      for (int i = 0; i < local.length; i++) {
        local[i] = subroutines(dictionaries.at(i), dictionaries.at(i + 1));
      }
      select = start + operand(top, topEnd, 1237, 0, 0);
    }
  }

  /** Draws a glyph in units of the em, y up; a blank draws nothing. */
  void draw(int glyph, Pen pen) {
    if (glyph < charStrings.count) {
      Run run = new Run(local[part(glyph)], pen);
      run.execute(charStrings.at(glyph), charStrings.at(glyph + 1), 0);
      run.closed();
    }
  }

  // The private dictionary's operands are its size and its place (Technical Note 5176, table 9).
  private Index subroutines(int dictionary, int end) {
    int size = operand(dictionary, end, 18, 0, 0);
    int at = start + operand(dictionary, end, 18, 1, 0);
    int offset = size == 0 ? 0 : operand(at, at + size, 19, 0, 0);
    return offset == 0 ? new Index() : new Index(at + offset);
  }

  /** Which part a glyph belongs to (Technical Note 5176, section 19). */
  private int part(int glyph) {
    if (select == 0) {
      return 0;
    }
    if (data[select] == 0) {
      return unsigned(select + 1 + glyph, 1);
    }
    int low = 0;
    int high = unsigned(select + 1, 2) - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (unsigned(select + 3 + 3 * middle, 2) <= glyph) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return unsigned(select + 5 + 3 * low, 1);
  }

  /**
   * An operand of a dictionary's operator (Technical Note 5176, section 4); reals are passed over.
   *
   * @param operator two-byte ones as 1200 and the second byte
   */
  private int operand(int from, int to, int operator, int which, int otherwise) {
    int[] operands = new int[48];
    int count = 0;
    int at = from;
    while (at < to) {
      int b = unsigned(at++, 1);
      if (b <= 21) {
        int found = b == 12 ? 1200 + unsigned(at++, 1) : b;
        if (found == operator) {
          return which < count ? operands[which] : otherwise;
        }
        count = 0;
        continue;
      }
      int value = 0;
      if (b == 30) {
        while ((unsigned(at, 1) & 0xf) != 0xf && unsigned(at, 1) >> 4 != 0xf) {
          at++;
        }
        at++;
      } else if (b == 28) {
        value = (short) unsigned(at, 2);
        at += 2;
      } else if (b == 29) {
        value = unsigned(at, 4);
        at += 4;
      } else if (b <= 246) {
        value = b - 139;
      } else if (b <= 250) {
        value = (b - 247) * 256 + unsigned(at++, 1) + 108;
      } else {
        value = -(b - 251) * 256 - unsigned(at++, 1) - 108;
      }
      operands[Math.min(count++, operands.length - 1)] = value;
    }
    return otherwise;
  }

  private int unsigned(int at, int size) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | data[at + i] & 0xff;
    }
    return value;
  }

  /** Objects one after the other (Technical Note 5176, section 5). */
  private final class Index {
    final int count;
    final int end;
    private final int offsets;
    private final int size;

    Index() {
      count = end = offsets = size = 0;
    }

    Index(int at) {
      count = unsigned(at, 2);
      size = count == 0 ? 0 : unsigned(at + 2, 1);
      offsets = at + 3;
      end = count == 0 ? at + 2 : at(count);
    }

    /** Where an object begins, and the one before it ends. */
    int at(int object) {
      return offsets + (count + 1) * size - 1 + unsigned(offsets + object * size, size);
    }

    // What is added to a subroutine's number (Technical Note 5177, section 4.7).
    int bias() {
      return count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;
    }
  }

  /** A charstring being carried out. */
  private final class Run {
    private final Index subroutines;
    private final Pen pen;
    private final double[] stack = new double[64];
    private int depth;
    private int stems;
    private boolean widthSeen;
    private boolean open;
    private double x;
    private double y;

    Run(Index subroutines, Pen pen) {
      this.subroutines = subroutines;
      this.pen = pen;
    }

    void closed() {
      if (open) {
        pen.close();
        open = false;
      }
    }

    /** Returns whether the glyph is at its end. */
    boolean execute(int from, int to, int nesting) {
      int at = from;
      while (at < to) {
        int b = unsigned(at++, 1);
        if (b == 28) {
          push((short) unsigned(at, 2));
          at += 2;
        } else if (b == 255) {
          push(unsigned(at, 4) / 65_536.0);
          at += 4;
        } else if (b >= 251) {
          push(-(b - 251) * 256 - unsigned(at++, 1) - 108);
        } else if (b >= 247) {
          push((b - 247) * 256 + unsigned(at++, 1) + 108);
        } else if (b >= 32) {
          push(b - 139);
        } else if (b == 10 || b == 29) {
          Index index = b == 10 ? subroutines : global;
          int number = depth == 0 ? -1 : (int) stack[--depth] + index.bias();
          if (number >= 0
              && number < index.count
              && nesting < DEEPEST
              && execute(index.at(number), index.at(number + 1), nesting + 1)) {
            return true;
          }
        } else if (b == 11) {
          return false;
        } else if (b == 14) {
          return true;
        } else if (b == 19 || b == 20) {
          stem();
          at += (stems + 7) / 8;
        } else if (b == 12) {
          flex(unsigned(at++, 1));
          depth = 0;
        } else {
          draw(b);
          depth = 0;
        }
      }
      return false;
    }

    private void push(double value) {
      if (depth < stack.length) {
        stack[depth++] = value;
      }
    }

    private void stem() {
      stems += depth / 2;
      widthSeen = true;
      depth = 0;
    }

    private void draw(int operator) {
      switch (operator) {
        case 1, 3, 18, 23 -> stem();
        case 21 -> move(stack[begin(2)], stack[begin(2) + 1]);
        case 22 -> move(stack[begin(1)], 0);
        case 4 -> move(0, stack[begin(1)]);
        case 5 -> lines(0, depth);
        case 6 -> alternating(true);
        case 7 -> alternating(false);
        case 8 -> curves(0, depth);
        case 24 -> {
          curves(0, depth - 2);
          lines(depth - 2, depth);
        }
        case 25 -> {
          lines(0, depth - 6);
          curves(depth - 6, depth);
        }
        case 26 -> straight(false);
        case 27 -> straight(true);
        case 30 -> turning(false);
        case 31 -> turning(true);
        default -> {}
      }
    }

    // The first operator that clears the stack may have the glyph's width below its operands.
    private int begin(int operands) {
      return depth > operands && !widthSeen ? depth - operands : 0;
    }

    private void move(double dx, double dy) {
      widthSeen = true;
      closed();
      x += dx;
      y += dy;
      pen.moveTo(x, y);
      open = true;
    }

    private void lines(int from, int to) {
      for (int i = from; i + 1 < to; i += 2) {
        line(stack[i], stack[i + 1]);
      }
    }

    private void alternating(boolean horizontal) {
      boolean across = horizontal;
      for (int i = 0; i < depth; i++) {
        line(across ? stack[i] : 0, across ? 0 : stack[i]);
        across = !across;
      }
    }

    private void curves(int from, int to) {
      for (int i = from; i + 5 < to; i += 6) {
        curve(stack[i], stack[i + 1], stack[i + 2], stack[i + 3], stack[i + 4], stack[i + 5]);
      }
    }

    // hhcurveto and vvcurveto: both ends of each curve run one way.
    private void straight(boolean across) {
      int i = depth % 4 == 0 ? 0 : 1;
      double aside = i == 0 ? 0 : stack[0];
      for (; i + 3 < depth; i += 4) {
        if (across) {
          curve(stack[i], aside, stack[i + 1], stack[i + 2], stack[i + 3], 0);
        } else {
          curve(aside, stack[i], stack[i + 1], stack[i + 2], 0, stack[i + 3]);
        }
        aside = 0;
      }
    }

    // hvcurveto and vhcurveto: each curve begins the way the one before it did not.
    private void turning(boolean horizontal) {
      boolean across = horizontal;
      for (int i = 0; i + 3 < depth; i += 4) {
        double last = depth - i == 5 ? stack[i + 4] : 0;
        if (across) {
          curve(stack[i], 0, stack[i + 1], stack[i + 2], last, stack[i + 3]);
        } else {
          curve(0, stack[i], stack[i + 1], stack[i + 2], stack[i + 3], last);
        }
        across = !across;
      }
    }

    private void flex(int operator) {
      double[] s = stack;
      switch (operator) {
        case 34 -> {
          curve(s[0], 0, s[1], s[2], s[3], 0);
          curve(s[4], 0, s[5], -s[2], s[6], 0);
        }
        case 35 -> curves(0, 12);
        case 36 -> {
          curve(s[0], s[1], s[2], s[3], s[4], 0);
          curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
        }
        case 37 -> {
          double dx = s[0] + s[2] + s[4] + s[6] + s[8];
          double dy = s[1] + s[3] + s[5] + s[7] + s[9];
          boolean across = Math.abs(dx) > Math.abs(dy);
          curve(s[0], s[1], s[2], s[3], s[4], s[5]);
          curve(s[6], s[7], s[8], s[9], across ? s[10] : -dx, across ? -dy : s[10]);
        }
        default -> {}
      }
    }

    private void line(double dx, double dy) {
      x += dx;
      y += dy;
      pen.lineTo(x, y);
    }

    // A cubic curve cut in n is n cubes of itself less far from its quadratic neighbours.
    private void curve(double ax, double ay, double bx, double by, double cx, double cy) {
      double x1 = x + ax;
      double y1 = y + ay;
      double x2 = x1 + bx;
      double y2 = y1 + by;
      double x3 = x2 + cx;
      double y3 = y2 + cy;
      double bend = Math.hypot(x3 - 3 * x2 + 3 * x1 - x, y3 - 3 * y2 + 3 * y1 - y);
      double error = bend * Math.sqrt(3) / 36;
      int pieces = 1;
      while (error / (pieces * pieces * pieces) > TOLERANCE) {
        pieces++;
      }
      double x0 = x;
      double y0 = y;
      for (int i = 0; i < pieces; i++) {
        double t = (double) i / pieces;
        double u = (double) (i + 1) / pieces;
        pen.curveTo(
            control(x0, x1, x2, x3, t, u),
            control(y0, y1, y2, y3, t, u),
            i == pieces - 1 ? x3 : at(x0, x1, x2, x3, u),
            i == pieces - 1 ? y3 : at(y0, y1, y2, y3, u));
      }
      x = x3;
      y = y3;
    }

    private static double at(double a, double b, double c, double d, double t) {
      double s = 1 - t;
      return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    // Of the piece from t to u: its ends and its two controls, of which the quadratic's is made.
    private static double control(double a, double b, double c, double d, double t, double u) {
      double third = (u - t) / 3;
      double from = at(a, b, c, d, t);
      double to = at(a, b, c, d, u);
      double first = from + third * slope(a, b, c, d, t);
      double second = to - third * slope(a, b, c, d, u);
      return (3 * (first + second) - from - to) / 4;
    }

    private static double slope(double a, double b, double c, double d, double t) {
      double s = 1 - t;
      return 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
    }
  }
}
