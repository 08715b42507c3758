// Wheel and pointer on the time line: ctrl and wheel (or a pinch) zooms about the pointer, a sideways wheel or a drag pans. A
// plain wheel scrolls the rows, as everywhere.
import { type RefObject, useEffect, useRef } from "react";
import type { RangeHook } from "./use-range.ts";

/** Pixels before a press becomes a drag. */
const dragFrom = 4;

export interface PanZoom {
  /** Whether the press that just ended was a drag and so no click. */
  readonly wasDrag: () => boolean;
  readonly isDragging: () => boolean;
}

/** `left`: where the axis begins within the element; `width`: how wide it is. */
export function usePanZoom(
  element: RefObject<HTMLElement | null>,
  range: RangeHook,
  left: number,
  width: number,
): PanZoom {
  const drag = useRef<{ readonly pointer: number; x: number; moved: boolean } | null>(null);
  const wasDrag = useRef(false);
  const { zoom, pan } = range;
  useEffect(() => {
    const target = element.current;
    if (target === null || width <= 0) return;
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        const at = (event.clientX - target.getBoundingClientRect().left - left) / width;
        zoom(Math.exp(pixels(event, event.deltaY) * 0.0025), Math.min(1, Math.max(0, at)));
      } else {
        const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
        if (sideways === 0 || Math.abs(sideways) < Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
        pan(pixels(event, sideways) / width);
      }
      event.preventDefault();
    };
    const onDown = (event: PointerEvent) => {
      const at = event.clientX - target.getBoundingClientRect().left;
      wasDrag.current = false;
      if (event.button !== 0 || at < left || at > left + width) return;
      drag.current = { pointer: event.pointerId, x: event.clientX, moved: false };
    };
    const onMove = (event: PointerEvent) => {
      const held = drag.current;
      if (held === null || held.pointer !== event.pointerId) return;
      if (!held.moved && Math.abs(event.clientX - held.x) < dragFrom) return;
      if (!held.moved) {
        held.moved = true;
        target.setPointerCapture(event.pointerId);
        target.dataset["dragging"] = "";
      }
      pan((held.x - event.clientX) / width);
      held.x = event.clientX;
    };
    const onUp = () => {
      wasDrag.current = drag.current?.moved === true;
      drag.current = null;
      delete target.dataset["dragging"];
    };
    target.addEventListener("wheel", onWheel, { passive: false });
    target.addEventListener("pointerdown", onDown);
    target.addEventListener("pointermove", onMove);
    target.addEventListener("pointerup", onUp);
    target.addEventListener("pointercancel", onUp);
    return () => {
      target.removeEventListener("wheel", onWheel);
      target.removeEventListener("pointerdown", onDown);
      target.removeEventListener("pointermove", onMove);
      target.removeEventListener("pointerup", onUp);
      target.removeEventListener("pointercancel", onUp);
    };
  }, [element, zoom, pan, left, width]);
  return { wasDrag: () => wasDrag.current, isDragging: () => drag.current?.moved === true };
}

/** A wheel may count in lines. */
function pixels(event: WheelEvent, delta: number): number {
  return event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * 16 : delta;
}
