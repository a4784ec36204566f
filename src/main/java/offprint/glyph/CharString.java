package offprint.glyph;

/** A glyph's charstring being carried out (Adobe Technical Note 5177). Hints are passed over. */
final class CharString {
  // The deepest nesting of subroutines (Technical Note 5177, appendix B).
  private static final int DEEPEST = 10;

  private final byte[] data;
  private final CompactIndex global;
  private final CompactIndex subroutines;
  private final Pen pen;
  private final double[] stack = new double[64];
  private int depth;
  private int stems;
  private boolean widthSeen;
  private boolean open;
  private double x;
  private double y;

  /**
   * @param global subroutines of all glyphs
   * @param subroutines of the glyphs of one part
   */
  CharString(byte[] data, CompactIndex global, CompactIndex subroutines, Pen pen) {
    this.data = data;
    this.global = global;
    this.subroutines = subroutines;
    this.pen = pen;
  }

  /** Draws what stands between two places in the data. */
  void draw(int from, int to) {
    execute(from, to, 0);
    closed();
  }

  private void closed() {
    if (open) {
      pen.close();
      open = false;
    }
  }

  /** Returns whether the glyph is at its end. */
  private boolean execute(int from, int to, int nesting) {
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
        CompactIndex index = b == 10 ? subroutines : global;
        int number = depth == 0 ? -1 : (int) stack[--depth] + index.bias();
        if (number >= 0
            && number < index.count()
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

  private void curve(double ax, double ay, double bx, double by, double cx, double cy) {
    double x1 = x + ax;
    double y1 = y + ay;
    double x2 = x1 + bx;
    double y2 = y1 + by;
    CubicCurve curve = new CubicCurve(x, y, x1, y1, x2, y2, x2 + cx, y2 + cy);
    curve.draw(pen);
    x = curve.x3();
    y = curve.y3();
  }

  private int unsigned(int at, int size) {
    return CompactIndex.unsigned(data, at, size);
  }
}
