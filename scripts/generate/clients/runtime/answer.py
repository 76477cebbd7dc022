    @property
    def answer(self) -> Optional[ErrorResponse]:
        """The error as the gateway put it; None when the body is not one of its."""
        return cast(Optional[ErrorResponse], decode(ErrorResponse, self.body))
