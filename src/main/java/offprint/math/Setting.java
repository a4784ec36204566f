package offprint.math;

import offprint.math.Part.Level;

/**
 * How a part is to be set (The TeXbook, appendix G).
 *
 * @param cramped whether what is raised is raised less
 * @param fence how high delimiters inside a fence are, in points; 0 where there is none
 */
record Setting(Level level, boolean cramped, double fence) {
  boolean display() {
    return level == Level.DISPLAY;
  }

  Setting at(Level other) {
    return new Setting(other, cramped, fence);
  }

  Setting cramp() {
    return new Setting(level, true, fence);
  }

  Setting fenced(double height) {
    return new Setting(level, cramped, height);
  }

  Setting above() {
    return new Setting(smaller(), cramped, 0);
  }

  Setting below() {
    return new Setting(smaller(), true, 0);
  }

  /** Of a fraction's two parts. */
  Setting part(boolean lower) {
    Level inner =
        switch (level) {
          case DISPLAY -> Level.TEXT;
          case TEXT -> Level.SCRIPT;
          case SCRIPT, SCRIPT_SCRIPT -> Level.SCRIPT_SCRIPT;
        };
    return new Setting(inner, lower || cramped, 0);
  }

  private Level smaller() {
    return switch (level) {
      case DISPLAY, TEXT -> Level.SCRIPT;
      case SCRIPT, SCRIPT_SCRIPT -> Level.SCRIPT_SCRIPT;
    };
  }
}
