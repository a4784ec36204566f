package offprint.glyph;

/**
 * A curve with two controls, drawn as curves with one that leave it by less than the eye, or a
 * rounded coordinate, sees.
 */
record CubicCurve(
    double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
  // How far a curve may be from its cubic original, in units of the em.
  private static final double TOLERANCE = 0.4;

  void draw(Pen pen) {
    int pieces = pieces();
    for (int i = 0; i < pieces; i++) {
      double t = (double) i / pieces;
      double u = (double) (i + 1) / pieces;
      pen.curveTo(
          control(x0, x1, x2, x3, t, u),
          control(y0, y1, y2, y3, t, u),
          i == pieces - 1 ? x3 : at(x0, x1, x2, x3, u),
          i == pieces - 1 ? y3 : at(y0, y1, y2, y3, u));
    }
  }

  // A cubic curve cut in n is n cubes of itself less far from its quadratic neighbours.
  private int pieces() {
    double bend = Math.hypot(x3 - 3 * x2 + 3 * x1 - x0, y3 - 3 * y2 + 3 * y1 - y0);
    double error = bend * Math.sqrt(3) / 36;
    int pieces = 1;
    while (error / (pieces * pieces * pieces) > TOLERANCE) {
      pieces++;
    }
    return pieces;
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
