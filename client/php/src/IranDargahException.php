<?php

// What everything that this package throws has in common.

declare(strict_types=1);

namespace IranDargah;

interface IranDargahException extends \Throwable
{
}
