<?php

// Takes the arguments of calls out of the trace of an exception: secrets and payers' data are among them.

declare(strict_types=1);

namespace IranDargah;

/** @internal */
trait WithoutArguments
{
    /** Called by the constructor, once there is a trace. */
    private function forgetArguments(): void
    {
        $trace = new \ReflectionProperty(\Exception::class, 'trace');
        if (PHP_VERSION_ID < 80100) {
            $trace->setAccessible(true);
        }
        $trace->setValue($this, array_map(static function (array $frame): array {
            return array_diff_key($frame, ['args' => true]);
        }, $this->getTrace()));
    }
}
