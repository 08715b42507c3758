// The size of what scrolls and how far it has scrolled.
import { type RefObject, useEffect, useRef, useState } from "react";

export interface Viewport {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function useViewport(): Viewport {
  const scroller = useRef<HTMLDivElement | null>(null);
  const [state, setState] = useState({ top: 0, width: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop, clientWidth, clientHeight } = element;
      setState((known) =>
        known.top === scrollTop && known.width === clientWidth && known.height === clientHeight
          ? known
          : { top: scrollTop, width: clientWidth, height: clientHeight },
      );
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  return { scroller, ...state };
}
